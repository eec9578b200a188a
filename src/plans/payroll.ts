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
  /** Months of its pay period. */
  readonly months: number;
  readonly scope: PayScope;
  /** Dollars per period as a function of the metric; for a commission, at the quota of the plan. */
  readonly curve: PayoutCurve;
  /** Whether the curve is a commission that follows the quota in force. */
  readonly followsQuota: boolean;
  /** Whether it was derived from a rate that stands beside a commission, not written as a component. */
  readonly isShorthand: boolean;
  /** The commission's curve at the quota of so many periods, given the seller's forecast (default: quota). */
  commissionAt?(quotaUsd: number, periods: number, forecastUsd?: number): PayoutCurve;
  /** On-target pay per period, in dollars; 0 for piece rates and commissions. */
  readonly targetUsd: number;
  /** Target as written, that of the first period where periods differ; undefined without one. */
  readonly goal?: number;
  readonly gates: readonly PayGate[];
  /** Whether a lower metric earns more. */
  readonly isLowerBetter?: boolean;
  /** Whether it is not pay but felt like it: a missed goal, or a sanction. It is never deferred. */
  readonly isFelt?: boolean;
  /** Terms beyond a curve and gates; undefined if there are none. */
  readonly terms?: PayTerms;
}

/** Gate: pays only if a metric reaches a level (sign +1) or stays at or below it (-1). */
export interface PayGate extends MetricSlots {
  readonly level: number;
  readonly sign: number;
}

/** Factor on pay as a function of a metric. */
export interface PayFactor extends MetricSlots {
  readonly curve: PayoutCurve;
}

/** Matrix: payouts in dollars per period, by level of the component's metric and of another one. */
export interface PayTable extends MetricSlots {
  /** Sign of both metrics: +1 if levels are floors, -1 if they are ceilings. */
  readonly rowSign: number;
  readonly columnSign: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly usd: readonly (readonly number[])[];
}

/** Terms of a component beyond its curve and gates. */
export interface PayTerms {
  readonly isYearToDate: boolean;
  /** Whether the year so far is held against the target of the whole year. */
  readonly isAgainstYear: boolean;
  readonly isGrowth: boolean;
  /** Level that growth starts from; NaN if the first period has none. */
  readonly growthFrom: number;
  /** Target of each period of a plan year, as a multiple of the curve's; empty if all are the same. */
  readonly seasons: readonly number[];
  readonly factors: readonly PayFactor[];
  readonly table: PayTable | undefined;
  /** Least and most pay per period, in dollars. */
  readonly floorUsd: number;
  readonly capUsd: number;
  /** First and last month in which it pays, 0-based. */
  readonly fromMonth: number;
  readonly toMonth: number;
  /** How those who joined within a window are paid for it. */
  readonly joiners: 'proRata' | 'whole' | 'nextPeriod';
}

/**
 * Results from which a person is paid. A window of `months` months ends `back` months before the month that
 * is being closed.
 */
export interface PayBooks {
  /** Month that is being closed, and first month in which the person held the job, 0-based. */
  readonly month: number;
  readonly since: number;
  /** Value of a metric over the part of a window since then; 0 for a ratio with a zero denominator. */
  valueOf(metric: MetricSlots, months: number, back: number): number;
  /**
   * Curve of a component over a window: that of a commission follows the quotas in force; against the year,
   * those of the whole year.
   */
  curveOf(component: PayComponent, months: number, back: number): PayoutCurve;
}

const MONTHS_PER_YEAR = 12;

/** Whether the period of a component ends with a month of play, 0-based. */
export function isDue({ months }: PayComponent, month: number): boolean {
  return months === 1 || (month + 1) % months === 0;
}

/** Whether a component counts in a month, 0-based: a special bonus has a start and an end. */
export function isInForce({ terms }: Pick<PayComponent, 'terms'>, month: number): boolean {
  return terms === undefined || (month >= terms.fromMonth && month <= terms.toMonth);
}

/** Whether a component is in force all the time, as opposed to a special bonus. */
export function isAlways({ terms }: Pick<PayComponent, 'terms'>): boolean {
  return terms === undefined || (terms.fromMonth <= 0 && terms.toMonth === Infinity);
}

/** Whether a component goes on without an end. */
export function isLasting({ terms }: Pick<PayComponent, 'terms'>): boolean {
  return terms === undefined || terms.toMonth === Infinity;
}

/** Months of the pay period of a component that end with a month: all of them where it is due. */
export function openMonths({ months }: Pick<PayComponent, 'months'>, month: number): number {
  return (((month + 1) % months) + months) % months || months;
}

/** Number of months of a window in which the person held the job. */
export function heldMonths({ month, since }: PayBooks, months: number, back: number): number {
  return Math.max(0, Math.min(months, month - back - since + 1));
}

/** Pay periods that end with the month of the books: 1, or the part for which the person held the job. */
export function periodsOf(component: PayComponent, books: PayBooks): number {
  return heldMonths(books, openMonths(component, books.month), 0) / component.months;
}

/** Number of months of the plan year of a window in which the person holds the job, if nobody leaves. */
export function monthsOfYear({ month, since }: PayBooks, back: number): number {
  const last = month - back;
  return MONTHS_PER_YEAR - Math.max(0, since - (last - (last % MONTHS_PER_YEAR)));
}

/**
 * Payroll: total pay of the components whose period ends with the month of the books, in dollars. It pays
 * every role of a company.
 *
 * @param startUsd amount to add the total to
 */
export function payDue(components: readonly PayComponent[], books: PayBooks, startUsd = 0): number {
  let pay = startUsd;
  for (let i = 0; i < components.length; i++)
    if (isDue(components[i], books.month)) pay += payOf(components[i], books);
  return pay;
}

/**
 * Pay of one component for what ends with the month of the books, in dollars: a period, or the part of one
 * that has passed. Year to date, it is what the running total earns less what earlier periods of the year
 * paid, and never below 0.
 */
export function payOf(component: PayComponent, books: PayBooks): number {
  const { terms } = component;
  if (terms === undefined || !terms.isYearToDate)
    return earnedIn(component, openMonths(component, books.month), 0, books);
  const paid = paidBefore(component, books);
  return Math.max(paid, earnedIn(component, (books.month % MONTHS_PER_YEAR) + 1, 0, books)) - paid;
}

/** What earlier periods of the year have paid of a component that is measured year to date, in dollars. */
export function paidBefore(component: PayComponent, books: PayBooks): number {
  const { months, terms } = component;
  if (terms === undefined || !terms.isYearToDate) return 0;
  const now = (books.month % MONTHS_PER_YEAR) + 1;
  let paid = 0;
  for (let end = months; end < now; end += months)
    paid = Math.max(paid, earnedIn(component, end, now - end, books));
  return paid;
}

/** What a component earns over a window: that of a period with its target, in proportion to its length. */
function earnedIn(component: PayComponent, months: number, back: number, books: PayBooks): number {
  const held = heldMonths(books, months, back);
  if (held === 0 || !isInForce(component, books.month - back)) return 0;
  const { gates, terms } = component;
  if (terms?.joiners === 'nextPeriod' && held < months) return 0;
  const ofYear = terms?.isAgainstYear === true && component.denominator < 0;
  const counted = terms?.joiners === 'whole' ? months : held;
  const periods = (ofYear ? monthsOfYear(books, back) : counted) / component.months;
  for (let g = 0; g < gates.length; g++) {
    const scale = gates[g].denominator < 0 ? periods : 1;
    if ((books.valueOf(gates[g], months, back) - gates[g].level * scale) * gates[g].sign < 0) return 0;
  }
  if (terms === undefined) {
    const value = books.valueOf(component, months, back);
    if (component.followsQuota) return payoutAt(books.curveOf(component, months, back), value);
    return periods * payoutAt(component.curve, component.denominator < 0 ? value / periods : value);
  }
  return withTerms(component, terms, months, back, periods, books);
}

function withTerms(
  component: PayComponent,
  terms: PayTerms,
  months: number,
  back: number,
  periods: number,
  books: PayBooks,
): number {
  const { table, factors, floorUsd, capUsd } = terms;
  let pay: number;
  if (component.followsQuota)
    pay = payoutAt(books.curveOf(component, months, back), books.valueOf(component, months, back));
  else {
    const value = valueIn(component, terms, months, back, periods, books);
    if (Number.isNaN(value)) return 0;
    pay =
      periods *
      (table === undefined
        ? payoutAt(component.curve, value)
        : cellOf(table, value, perPeriod(table, books.valueOf(table, months, back), periods)));
  }
  pay = Math.max(pay, floorUsd * periods, 0);
  for (let f = 0; f < factors.length; f++) {
    const level = perPeriod(factors[f], books.valueOf(factors[f], months, back), periods);
    pay *= Math.max(0, payoutAt(factors[f].curve, level));
  }
  return Math.min(pay, capUsd * periods);
}

/** An amount per period; a ratio is the same over any window. */
function perPeriod({ denominator }: MetricSlots, value: number, periods: number): number {
  return denominator < 0 ? value / periods : value;
}

/** Value of the metric per period with the curve's target; NaN for growth without a level to grow from. */
function valueIn(
  component: PayComponent,
  terms: PayTerms,
  months: number,
  back: number,
  periods: number,
  books: PayBooks,
): number {
  const value = books.valueOf(component, months, back);
  if (terms.isGrowth) {
    const isKnown = heldMonths(books, months, back + months) === months;
    const before = isKnown ? books.valueOf(component, months, back + months) : terms.growthFrom;
    return before > 0 ? value / before - 1 : NaN;
  }
  const last = books.month - back;
  const season = terms.isAgainstYear ? 1 : meanSeason(terms, component.months, last - months + 1, last);
  return perPeriod(component, value, periods) / season;
}

/** Mean target of the periods between two months, as a multiple of the target of the curve. */
export function meanSeason({ seasons }: PayTerms, length: number, first: number, last: number): number {
  if (seasons.length === 0) return 1;
  let sum = 0;
  let count = 0;
  for (let period = Math.floor(first / length); period <= Math.floor(last / length); period++, count++)
    sum += seasons[((period % seasons.length) + seasons.length) % seasons.length];
  return sum / count;
}

/** Payout of the highest row and column reached, in dollars per period. */
function cellOf({ rowSign, columnSign, rows, columns, usd }: PayTable, value: number, other: number): number {
  const row = reached(rows, value, rowSign);
  const column = reached(columns, other, columnSign);
  return row < 0 || column < 0 ? 0 : usd[row][column];
}

/** Index of the last level that a value reaches; -1 if it reaches none. */
function reached(levels: readonly number[], value: number, sign: number): number {
  let last = -1;
  while (last + 1 < levels.length && (value - levels[last + 1]) * sign >= 0) last++;
  return last;
}
