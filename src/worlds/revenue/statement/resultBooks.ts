import type { Commission, PersonPlan } from '../../../model/plan.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import {
  heldMonths,
  type MetricSlots,
  monthsOfYear,
  type PayBooks,
  type PayComponent,
} from '../../../plans/payroll.ts';
import { otherLineBookings } from '../catalogue/metrics/otherLineBookings.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Payee } from './payee.ts';
import type { ResultRow } from './results.ts';

const MONTHS_PER_YEAR = 12;

/** Metric of bookings of which commission may credit only a part. */
export const OTHER_LINE = otherLineBookings.id;

/** Whether commission credits the product lines differently. */
export function creditsLines({ commission }: PersonPlan): boolean {
  return (commission?.otherLineCreditShare ?? 1) !== 1;
}

/** Key of a metric by its slots. */
export function keyOf({ numerator, denominator }: MetricSlots): string {
  return `${numerator}/${denominator}`;
}

/** Whether a metric is bookings by quota, which follows from both where it is not given. */
export function isAttainment({ numerator, denominator }: MetricSlots): boolean {
  return numerator === COUNTER.bookingsUsd && denominator === COUNTER.quotaUsd;
}

/** Given results as books from which a person is paid. */
export class ResultBooks implements PayBooks {
  row = 0;
  /** Months of the plan year before the first row. */
  readonly since: number;
  readonly payee: Payee;
  private readonly rows: readonly ResultRow[];
  private readonly rowMonths: number;
  private readonly metricOf: ReadonlyMap<string, string>;
  private readonly bookings: string;

  /**
   * @param metricOf metric of each key
   * @param monthsBefore months of the plan year before the first row
   */
  constructor(
    payee: Payee,
    rows: readonly ResultRow[],
    rowMonths: number,
    metricOf: ReadonlyMap<string, string>,
    monthsBefore: number,
  ) {
    this.payee = payee;
    this.rows = rows;
    this.rowMonths = rowMonths;
    this.metricOf = metricOf;
    this.since = monthsBefore;
    this.bookings = metricOf.get(keyOf({ numerator: COUNTER.bookingsUsd, denominator: -1 }))!;
  }

  get month(): number {
    return this.since + (this.row + 1) * this.rowMonths - 1;
  }

  valueOf(slots: MetricSlots, months: number, back: number): number {
    const metric = this.metricOf.get(keyOf(slots))!;
    const window = this.windowOf(months, back);
    if (metric === this.bookings) return this.creditedIn(window);
    const last = window.at(-1)?.values ?? {};
    if (isAttainment(slots) && !(metric in last)) return this.creditedIn(window) / this.quotaOf(window);
    // A ratio is that of the whole period, in its last row.
    if (slots.denominator >= 0) return last[metric] ?? NaN;
    return window.reduce((sum, { values }) => sum + values[metric], 0);
  }

  curveOf(component: PayComponent, months: number, back: number): PayoutCurve {
    if (!component.followsQuota) return component.curve;
    if (component.terms?.isAgainstYear === true) {
      const all = monthsOfYear(this, back);
      return component.commissionAt!(this.quotaOfYear(back), all / component.months);
    }
    const quotaUsd = this.quotaOf(this.windowOf(months, back));
    const periods = heldMonths(this, months, back) / component.months;
    return component.commissionAt!(quotaUsd, periods, this.rows[this.row].forecastUsd);
  }

  /** Commission on first contracts that ended in the row, as far as it is paid back. */
  get clawedBackUsd(): number {
    const { rateShare = 0, churnClawbackShare = 0, creditShare = 1 } = this.payee.pay.commission ?? {};
    return churnClawbackShare * rateShare * creditShare * (this.rows[this.row].churnedUsd ?? 0);
  }

  /** Quota of the plan year of a row, later rows included; months without a row have that of the last. */
  private quotaOfYear(back: number): number {
    const perYear = MONTHS_PER_YEAR / this.rowMonths;
    const before = this.since / this.rowMonths;
    const year = Math.floor((before + this.row - back / this.rowMonths) / perYear);
    const from = Math.max(0, year * perYear - before);
    const rows = this.rows.slice(from, (year + 1) * perYear - before);
    const missing = monthsOfYear(this, back) - rows.length * this.rowMonths;
    const last = rows.at(-1)?.quotaUsd;
    const perMonth = last === undefined ? this.payee.quotaUsdPerMonth : last / this.rowMonths;
    return this.quotaOf(rows) + missing * perMonth;
  }

  /** Rows of the months that end `back` months before the end of the running row. */
  private windowOf(months: number, back: number): readonly ResultRow[] {
    const end = this.row + 1 - back / this.rowMonths;
    return this.rows.slice(Math.max(0, end - months / this.rowMonths), Math.max(0, end));
  }

  private creditedIn(window: readonly ResultRow[]): number {
    const { commission } = this.payee.pay;
    return window.reduce((sum, row) => sum + creditedUsd(row, row.values[this.bookings], commission), 0);
  }

  private quotaOf(window: readonly ResultRow[]): number {
    const usual = this.payee.quotaUsdPerMonth * this.rowMonths;
    return window.reduce((sum, { quotaUsd }) => sum + (quotaUsd ?? usual), 0);
  }
}

/** Bookings of a period that count for commission and quota: windfalls and split credit taken off. */
function creditedUsd(
  { largeDealsUsd = [], values }: ResultRow,
  bookedUsd: number,
  commission: Commission | undefined,
): number {
  const { creditShare = 1, windfall, otherLineCreditShare = 1 } = commission ?? {};
  const uncredited = (1 - otherLineCreditShare) * (values[OTHER_LINE] ?? 0);
  const tooMuch = windfall === undefined ? [] : largeDealsUsd.filter((usd) => usd > windfall.aboveUsd);
  const taken = tooMuch.reduce((sum, usd) => sum + Math.max(0, usd - windfall!.creditUsd), 0);
  return creditShare * (bookedUsd - uncredited - taken);
}
