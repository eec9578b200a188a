import { commissionCurve } from '../../../plans/commissionCurve.ts';
import { limited } from '../../../plans/curveParts.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { Company } from '../contract/company.ts';
import type { SellerWorths } from '../minds/seller/worths.ts';
import { OwnBooks } from './ownBooks.ts';
import type { RunState } from './state/state.ts';

/** A cached value of a month's bookings, and the state for which it holds. */
interface KnownWorth {
  readonly month: number;
  readonly quotaUsd: number;
  readonly bookedUsd: number;
  readonly curve: PayoutCurve;
}

/**
 * Commission curve of every position for a month's bookings, at the quota and forecast in force; and what
 * they are worth to a seller whose pay looks beyond the month.
 */
export class Commissions {
  private readonly company: Company;
  /** By row of the group; undefined for those who are paid by the month. */
  private readonly worths: readonly (SellerWorths | undefined)[];
  /** Of the running and of the next month, by position. */
  private readonly known: (KnownWorth | undefined)[] = [];
  private readonly knownNext: (KnownWorth | undefined)[] = [];
  private books: OwnBooks | undefined;
  /** Cached curves by position, and the quota and forecast that they hold for. */
  private readonly curves: PayoutCurve[] = [];
  private readonly quotaUsd: Float64Array;
  private readonly forecastUsd: Float64Array;

  constructor(company: Company, worths: readonly (SellerWorths | undefined)[] = []) {
    this.company = company;
    this.worths = worths;
    this.quotaUsd = new Float64Array(company.seats).fill(NaN);
    this.forecastUsd = new Float64Array(company.seats).fill(NaN);
  }

  curveOf({ floor }: RunState, seat: number): PayoutCurve {
    const { sellers, groupOfSeat, world } = this.company;
    const { terms, commission } = sellers[groupOfSeat[seat]];
    const quota = floor.seats.quotaUsd[seat];
    if (terms.forecastMenu === undefined && quota === world.sales.quotaUsdPerMonth) return commission;
    const forecast = floor.seats.forecastUsd[seat];
    if (this.quotaUsd[seat] !== quota || this.forecastUsd[seat] !== forecast) {
      this.quotaUsd[seat] = quota;
      this.forecastUsd[seat] = forecast;
      this.curves[seat] = commissionCurve(terms, quota, forecast);
    }
    return this.curves[seat];
  }

  /** What bookings of the running month are worth in a position, in dollars as a curve. */
  worthOf(state: RunState, seat: number): PayoutCurve {
    const worths = this.worths[this.company.groupOfSeat[seat]];
    if (worths === undefined) return this.curveOf(state, seat);
    const month = state.monthOfPlay;
    const quotaUsd = state.floor.seats.quotaUsd[seat];
    const known = this.known[seat];
    if (known !== undefined && known.month === month && known.quotaUsd === quotaUsd) return known.curve;
    const books = this.booksOf(state, seat, month);
    const worth = worths.worthAt(quotaUsd, month, (component) => books.payState(component, quotaUsd));
    // As long as pay is guaranteed, only what exceeds it is earned.
    const curve = limited(worth, worth.base + books.guaranteedUsd, Infinity);
    this.known[seat] = { month, quotaUsd, bookedUsd: 0, curve };
    return curve;
  }

  /** The same for the next month, if the running month ends with the bookings of today. */
  nextWorthOf(state: RunState, seat: number): PayoutCurve {
    const worths = this.worths[this.company.groupOfSeat[seat]];
    if (worths === undefined) return this.curveOf(state, seat);
    const month = state.monthOfPlay;
    const quotaUsd = state.floor.seats.quotaUsd[seat];
    const bookedUsd = state.floor.seats.bookedUsd[seat];
    const known = this.knownNext[seat];
    const isKnown = known?.month === month && known.quotaUsd === quotaUsd && known.bookedUsd === bookedUsd;
    if (isKnown) return known.curve;
    const books = this.booksOf(state, seat, month);
    const curve = worths.worthAt(quotaUsd, month + 1, (component) =>
      books.payStateAfter(component, quotaUsd, bookedUsd),
    );
    this.knownNext[seat] = { month, quotaUsd, bookedUsd, curve };
    return curve;
  }

  /** How much of the balance of a draw is expected to be earned back, in dollars. */
  recoveryOf(state: RunState, seat: number, balanceUsd: number): number {
    const worths = this.worths[this.company.groupOfSeat[seat]];
    return worths?.recoveryOf(state.floor.seats.quotaUsd[seat], balanceUsd) ?? balanceUsd;
  }

  /** Clears values cached in another run. */
  reset(): void {
    this.known.length = 0;
    this.knownNext.length = 0;
  }

  private booksOf(state: RunState, seat: number, month: number): OwnBooks {
    this.books ??= new OwnBooks(state);
    this.books.seat = seat;
    this.books.month = month;
    return this.books;
  }
}
