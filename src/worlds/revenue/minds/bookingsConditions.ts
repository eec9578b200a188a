import { stretched } from '../../../plans/curveParts.ts';
import { type PayoutCurve, payoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayComponent } from '../../../plans/payroll.ts';
import { COUNTER } from '../contract/counters.ts';

/** How a metric follows from bookings: in dollars, in quotas, in deals. */
export type BookingsUnit = 'usd' | 'quota' | 'deal';

/** How a metric follows from bookings; undefined if it does not. A win counts as a mean deal. */
export function bookingsUnit({ numerator, denominator }: MetricSlots): BookingsUnit | undefined {
  if (numerator === COUNTER.wins && denominator < 0) return 'deal';
  if (numerator !== COUNTER.bookingsUsd) return undefined;
  return denominator < 0 ? 'usd' : denominator === COUNTER.quotaUsd ? 'quota' : undefined;
}

/** A component without its conditions on bookings, and these as factors of bookings. */
export interface BookingsConditions {
  /** The component with the conditions that are left. */
  readonly rest: PayComponent;
  /**
   * Factors of pay as functions of the bookings of some periods.
   *
   * @param quotaUsd quota of all of them
   */
  factorsAt(quotaUsd: number, periods: number): PayoutCurve[];
}

/**
 * Takes gates and multipliers on results that follow from bookings out of a component that pays on bookings:
 * they are no conditions to wait for, but kinks in what bookings pay.
 */
export function bookingsConditions(component: PayComponent, dealUsd: number): BookingsConditions {
  const { gates, terms } = component;
  const factors = terms?.factors ?? [];
  const own = {
    gates: gates.filter((gate) => bookingsUnit(gate) !== undefined),
    factors: factors.filter((factor) => bookingsUnit(factor) !== undefined),
  };
  if (own.gates.length + own.factors.length === 0) return { rest: component, factorsAt: () => [] };
  const rest: PayComponent = {
    ...component,
    gates: gates.filter((gate) => !own.gates.includes(gate)),
    ...(terms === undefined
      ? {}
      : { terms: { ...terms, factors: factors.filter((factor) => !own.factors.includes(factor)) } }),
  };
  return {
    rest,
    factorsAt(quotaUsd, periods) {
      const usdPerUnit = (slots: MetricSlots) => {
        const unit = bookingsUnit(slots);
        return unit === 'quota' ? quotaUsd : periods * (unit === 'deal' ? dealUsd : 1);
      };
      return [
        ...own.gates.map((gate) => {
          const at = gate.level * usdPerUnit(gate);
          return gate.sign > 0 ? payoutCurve(0, 0, [{ at, jump: 1 }]) : payoutCurve(1, 0, [{ at, jump: -1 }]);
        }),
        ...own.factors.map(({ curve, ...slots }) => stretched(curve, usdPerUnit(slots))),
      ];
    },
  };
}
