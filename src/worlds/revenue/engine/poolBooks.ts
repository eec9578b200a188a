import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayBooks, PayComponent } from '../../../plans/payroll.ts';
import { COUNTER, REPORTED } from '../contract/counters.ts';
import { CompanyBooks } from './companyBooks.ts';
import type { RunState } from './state/state.ts';

/** Results of all positions of one group of sellers together, by month of play. */
export class PoolBooks implements PayBooks {
  month = 0;
  since = 0;
  /** Row of the group. */
  row = 0;
  private readonly state: RunState;
  private readonly company: CompanyBooks;

  constructor(state: RunState) {
    this.state = state;
    this.company = new CompanyBooks(state);
    this.company.ledger = REPORTED;
  }

  valueOf(slots: MetricSlots, months: number, back: number): number {
    const top = this.sum(slots.numerator, months, back);
    const isKept = slots.denominator < 0 || this.state.accounts.columnOf(slots.denominator) !== undefined;
    if (top === undefined || !isKept) {
      this.company.month = this.month;
      this.company.since = this.since;
      return this.company.valueOf(slots, months, back);
    }
    if (slots.denominator < 0) return top;
    const bottom = this.sum(slots.denominator, months, back) ?? 0;
    return bottom > 0 ? top / bottom : 0;
  }

  curveOf(component: PayComponent): PayoutCurve {
    return component.curve;
  }

  /** Sum of a counter; undefined if it is not kept for each position. */
  private sum(counter: number, months: number, back: number): number | undefined {
    const { accounts, company } = this.state;
    const column = counter === COUNTER.quotaUsd ? accounts.months.filledQuotaUsd : accounts.columnOf(counter);
    if (column === undefined) return undefined;
    const last = this.month - back;
    const first = Math.max(last - months + 1, this.since);
    let sum = 0;
    for (let seat = 0; seat < company.seats; seat++)
      if (company.groupOfSeat[seat] === this.row)
        for (let month = first; month <= last; month++) sum += column[seat * accounts.width + month];
    return sum;
  }
}
