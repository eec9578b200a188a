import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { BalanceColumns } from './balances.ts';
import { makeTable, Table } from './table.ts';

/** Months beyond the horizon into which pay can be deferred. */
const MOST_DEFERRED = 121;

/** One row per sales position: balances of pay that are carried from one pay day to the next. */
class AccountColumns extends BalanceColumns {
  /** Month of play in which the holder, or a vacancy, began. */
  joinedMonth = this.i32();
}

/**
 * [position * width + month of play]: own results, quota, and deferred pay by the month it is due. Bookings
 * and quota are noted when a month ends, the other results as they happen.
 */
class ResultColumns extends Table {
  bookedUsd = this.f64();
  ownBookedUsd = this.f64();
  quotaUsd = this.f64();
  /** The same, 0 while the position is vacant. */
  filledQuotaUsd = this.f64();
  wins = this.f64();
  otherLineUsd = this.f64();
  accepted = this.f64();
  satisfactionSum = this.f64();
  satisfactionWeight = this.f64();
  deferredUsd = this.f64();
}

/**
 * Pay accounts of sales positions, which open with the first month of play; empty in a company in which
 * everybody's pay ends with the month.
 */
export class SeatAccounts {
  readonly seats: AccountColumns;
  readonly months: ResultColumns;
  /** Number of months per position in `months`. */
  readonly width: number;
  readonly isUsed: boolean;

  constructor({ sellers, seats, world, later }: Company) {
    const all = [...sellers, ...(later?.company.sellers ?? [])];
    this.isUsed = all.some(({ hasAccount }) => hasAccount);
    this.width = world.horizonMonths + MOST_DEFERRED;
    const rows = this.isUsed ? seats : 0;
    this.seats = makeTable(AccountColumns, rows);
    this.months = makeTable(ResultColumns, rows * this.width);
  }

  /** Months of a counter that is kept for each position; undefined if it is not. */
  columnOf(counter: number): Float64Array | undefined {
    const { months } = this;
    switch (counter) {
      case COUNTER.bookingsUsd:
        return months.bookedUsd;
      case COUNTER.quotaUsd:
        return months.quotaUsd;
      case COUNTER.wins:
        return months.wins;
      case COUNTER.otherLineBookingsUsd:
        return months.otherLineUsd;
      case COUNTER.accepted:
        return months.accepted;
      case COUNTER.satisfactionSum:
        return months.satisfactionSum;
      case COUNTER.satisfactionWeight:
        return months.satisfactionWeight;
      case COUNTER.ownBookingsUsd:
        return months.ownBookedUsd;
      default:
        return undefined;
    }
  }

  reset(): void {
    this.seats.reset();
    this.months.reset();
  }
}
