import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/** A metric as places in the books; no denominator: -1. */
export interface MetricSlots {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Whose numbers a component pays on. `own`: each person's. `team`: the whole company's, paid to each person.
 * `pool`: the whole company's, paid once to all people under one name together.
 */
export type PayScope = 'own' | 'team' | 'pool';

/** A component of somebody's pay, ready for payroll. */
export interface PayComponent extends MetricSlots {
  readonly metric: string;
  readonly months: number;
  readonly scope: PayScope;
  /** Dollars per period as a function of the metric; of a commission, at the quota of the plan. */
  readonly curve: PayoutCurve;
  /** Whether the curve is a commission that follows the quota in force. */
  readonly followsQuota: boolean;
  /** Dollars per period on target; 0 for pay per unit. */
  readonly targetUsd: number;
  readonly gates: readonly PayGate[];
}

/** Pays only where a metric reaches a level (sign +1), or stays at or below it (-1). */
export interface PayGate extends MetricSlots {
  readonly level: number;
  readonly sign: number;
}

/** The books that somebody is paid by. */
export interface PayBooks {
  /** Value of a metric over the months that end now; 0 for a ratio without a denominator. */
  valueOf(metric: MetricSlots, months: number): number;
  curveOf(component: PayComponent): PayoutCurve;
}

/** Whether the period of a component ends with a month of play, 0-based. */
export function isDue({ months }: PayComponent, month: number): boolean {
  return months === 1 || (month + 1) % months === 0;
}

/**
 * What the components pay whose period ends with this month, in dollars: everybody is paid here.
 *
 * @param month month of play, 0-based
 * @param startUsd pay that it is added to
 */
export function payDue(
  components: readonly PayComponent[],
  month: number,
  books: PayBooks,
  startUsd = 0,
): number {
  let pay = startUsd;
  for (let i = 0; i < components.length; i++)
    if (isDue(components[i], month)) pay += payOf(components[i], books);
  return pay;
}

/** What one component pays for the period that ends now, in dollars. */
export function payOf(component: PayComponent, books: PayBooks): number {
  const { gates, months } = component;
  for (let g = 0; g < gates.length; g++)
    if ((books.valueOf(gates[g], months) - gates[g].level) * gates[g].sign < 0) return 0;
  return payoutAt(books.curveOf(component), books.valueOf(component, component.months));
}
