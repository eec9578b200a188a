import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/** A metric as slots in the books; the denominator is -1 for a plain count. */
export interface MetricSlots {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Whose results a component pays on. `own`: each person's. `team`: the whole company's, paid to each person.
 * `pool`: those of all people under one name, paid to them together.
 */
export type PayScope = 'own' | 'team' | 'pool';

/** A pay component compiled for payroll. */
export interface PayComponent extends MetricSlots {
  readonly metric: string;
  readonly months: number;
  readonly scope: PayScope;
  /** Dollars per period as a function of the metric; for a commission, at the quota of the plan. */
  readonly curve: PayoutCurve;
  /** Whether the curve is a commission that follows the quota in force. */
  readonly followsQuota: boolean;
  /** On-target pay per period, in dollars; 0 for piece rates and commissions. */
  readonly targetUsd: number;
  readonly gates: readonly PayGate[];
}

/** Gate: pays only if a metric reaches a level (sign +1) or stays at or below it (-1). */
export interface PayGate extends MetricSlots {
  readonly level: number;
  readonly sign: number;
}

/** Books from which a person is paid. */
export interface PayBooks {
  /** Value of a metric over the months ending now; 0 for a ratio with a zero denominator. */
  valueOf(metric: MetricSlots, months: number): number;
  curveOf(component: PayComponent): PayoutCurve;
}

/** Whether the period of a component ends with a month of play, 0-based. */
export function isDue({ months }: PayComponent, month: number): boolean {
  return months === 1 || (month + 1) % months === 0;
}

/**
 * Payroll: total pay of the components whose period ends with this month, in dollars. It pays every role of a
 * company.
 *
 * @param month month of play, 0-based
 * @param startUsd amount to add the total to
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

/** Pay of one component for the period that ends now, in dollars. */
export function payOf(component: PayComponent, books: PayBooks): number {
  const { gates, months } = component;
  for (let g = 0; g < gates.length; g++)
    if ((books.valueOf(gates[g], months) - gates[g].level) * gates[g].sign < 0) return 0;
  return payoutAt(books.curveOf(component), books.valueOf(component, component.months));
}
