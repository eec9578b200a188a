import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { PayComponent } from '../../../plans/payroll.ts';
import { COUNTER } from '../contract/counters.ts';
import { KeptBooks } from './keptBooks.ts';

/** Results of all positions of one group of sellers together, by month of play. */
export class PoolBooks extends KeptBooks {
  since = 0;
  /** Row of the group. */
  row = 0;

  curveOf(component: PayComponent): PayoutCurve {
    return component.curve;
  }

  protected sumOf(counter: number, months: number, back: number): number | undefined {
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
