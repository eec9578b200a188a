import { type PayoutCurve, payoutAt } from '../../../plans/payoutCurve.ts';
import { heldMonths, monthsOfYear, type PayComponent, paidBefore } from '../../../plans/payroll.ts';
import type { PayState } from '../../../plans/worthSetting.ts';
import type { SellerGroup } from '../contract/company.ts';
import { KeptBooks } from './keptBooks.ts';

const MONTHS_PER_YEAR = 12;

/** Own results of one position by month of play, since its holder joined. */
export class OwnBooks extends KeptBooks {
  seat = 0;

  get group(): SellerGroup {
    const { sellers, groupOfSeat } = this.state.company;
    return sellers[groupOfSeat[this.seat]];
  }

  /** Variable pay that is guaranteed for the running month, in dollars; -Infinity if none is. */
  get guaranteedUsd(): number {
    const { guarantee } = this.group.written;
    const isNew = this.state.floor.seats.careers[this.seat] > 0;
    if (guarantee === undefined || !isNew || this.month - this.since >= guarantee.months) return -Infinity;
    return guarantee.usdPerMonth;
  }

  curveOf(component: PayComponent, months: number, back: number): PayoutCurve {
    if (!component.followsQuota) return component.curve;
    const quotaUsd = this.sum(this.state.accounts.months.quotaUsd, months, back);
    return this.commissionOver(component, quotaUsd, heldMonths(this, months, back));
  }

  /** Commission at a quota of some months held; against the year, the rest of it is at the quota in force. */
  private commissionOver(component: PayComponent, quotaUsd: number, held: number): PayoutCurve {
    if (component.terms?.isAgainstYear !== true)
      return component.commissionAt!(quotaUsd, held / component.months);
    const all = monthsOfYear(this, 0);
    const rest = Math.max(0, all - held) * this.state.floor.seats.quotaUsd[this.seat];
    return component.commissionAt!(quotaUsd + rest, all / component.months);
  }

  /** Bookings and quotas of the window in which a component is measured, before the running month. */
  payState(component: PayComponent, quotaOfMonthUsd: number): PayState {
    const { month } = this;
    const inYear = month % MONTHS_PER_YEAR;
    const months = component.terms?.isYearToDate === true ? inYear : month % component.months;
    const { bookedUsd, quotaUsd } = this.state.accounts.months;
    const { commissionOfYearUsd, variableOfYearUsd, drawBalanceUsd } = this.state.accounts.seats;
    const isCapped = this.group.written.capUsdPerYear !== undefined;
    const ofYearUsd = isCapped ? variableOfYearUsd : commissionOfYearUsd;
    return {
      month: inYear,
      bookedUsd: this.sum(bookedUsd, months, 1),
      quotaUsd: this.sum(quotaUsd, months, 1),
      quotaOfMonthUsd,
      earnedUsd: isCapped || component.followsQuota ? ofYearUsd[this.seat] : paidBefore(component, this),
      balanceUsd: component.followsQuota ? drawBalanceUsd[this.seat] : 0,
      levelBeforeUsd: this.levelBefore(component, (month % component.months) + 1),
    };
  }

  /** Bookings of the whole period that ended some months ago; NaN if the person did not hold the job then. */
  private levelBefore({ months }: PayComponent, back: number): number {
    if (heldMonths(this, months, back) < months) return NaN;
    return this.sum(this.state.accounts.months.bookedUsd, months, back);
  }

  /** The same at the start of the next month, after a month with these bookings. */
  payStateAfter(component: PayComponent, quotaOfMonthUsd: number, bookedOfMonthUsd: number): PayState {
    const before = this.payState(component, quotaOfMonthUsd);
    const { month } = before;
    const isToDate = component.terms?.isYearToDate === true;
    const isPaid = (month + 1) % component.months === 0;
    const ends = isToDate ? month + 1 === MONTHS_PER_YEAR : isPaid;
    const bookedUsd = before.bookedUsd + bookedOfMonthUsd;
    const quotaUsd = before.quotaUsd + quotaOfMonthUsd;
    let { earnedUsd } = before;
    if (isPaid && component.followsQuota) {
      const months = isToDate ? month + 1 : component.months;
      const total = payoutAt(this.commissionOver(component, quotaUsd, months), bookedUsd);
      earnedUsd = isToDate ? Math.max(earnedUsd, total) : earnedUsd + total;
    }
    const isWhole = heldMonths(this, component.months, 0) === component.months;
    return {
      ...before,
      levelBeforeUsd: !isPaid ? before.levelBeforeUsd : isWhole ? bookedUsd : NaN,
      month: (month + 1) % MONTHS_PER_YEAR,
      bookedUsd: ends ? 0 : bookedUsd,
      quotaUsd: ends ? 0 : quotaUsd,
      earnedUsd: month + 1 === MONTHS_PER_YEAR ? 0 : earnedUsd,
    };
  }

  get since(): number {
    return this.state.accounts.seats.joinedMonth[this.seat];
  }

  protected sumOf(counter: number, months: number, back: number): number | undefined {
    const column = this.state.accounts.columnOf(counter);
    return column === undefined ? undefined : this.sum(column, months, back);
  }

  private sum(column: Float64Array, months: number, back: number): number {
    const last = this.month - back;
    const first = Math.max(last - months + 1, this.since);
    const at = this.seat * this.state.accounts.width;
    let sum = 0;
    for (let month = first; month <= last; month++) sum += column[at + month];
    return sum;
  }
}
