import { commissionCurve } from '../../../plans/commissionCurve.ts';
import { limited } from '../../../plans/curveParts.ts';
import { type PayoutCurve, sumOfCurves } from '../../../plans/payoutCurve.ts';
import type { Company } from '../contract/company.ts';
import { goalCurve } from '../minds/seller/goal.ts';
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

/** A cached curve of pay with the loss felt below quota, and the pay and quota for which it holds. */
interface FeltPay {
  readonly paid: PayoutCurve;
  readonly quotaUsd: number;
  readonly curve: PayoutCurve;
}

/**
 * Source of the worth of pay to sellers of an ability: bookings at baseline effort, relative to the
 * average.
 */
interface LevelledWorths {
  /** Undefined if pay does not look beyond the month. */
  worthsFor(ability: number): SellerWorths | undefined;
}

/**
 * Commission curve of every position for a month's bookings, at the quota and forecast in force; and what
 * they are worth to a seller whose pay looks beyond the month.
 */
export class Commissions {
  private readonly company: Company;
  /** By row of the group. */
  private readonly minds: readonly LevelledWorths[];
  /** Of the running and of the next month, by position. */
  private readonly known: (KnownWorth | undefined)[] = [];
  private readonly knownNext: (KnownWorth | undefined)[] = [];
  /** By position. */
  private readonly felt: (FeltPay | undefined)[] = [];
  private books: OwnBooks | undefined;
  /** Cached curves by position, and the quota and forecast that they hold for. */
  private readonly curves: PayoutCurve[] = [];
  private readonly quotaUsd: Float64Array;
  private readonly forecastUsd: Float64Array;

  constructor(company: Company, minds: readonly LevelledWorths[] = []) {
    this.company = company;
    this.minds = minds;
    this.quotaUsd = new Float64Array(company.seats).fill(NaN);
    this.forecastUsd = new Float64Array(company.seats).fill(NaN);
  }

  curveOf({ floor }: RunState, seat: number): PayoutCurve {
    const { sellers, groupOfSeat, world, timeShares } = this.company;
    const { terms, commission } = sellers[groupOfSeat[seat]];
    const quota = floor.seats.quotaUsd[seat];
    if (terms.forecastMenu === undefined && quota === timeShares[seat] * world.sales.quotaUsdPerMonth)
      return commission;
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
    const worths = this.worthsOf(state, seat);
    const quotaUsd = state.floor.seats.quotaUsd[seat];
    if (worths === undefined) return this.withGoal(this.curveOf(state, seat), seat, quotaUsd);
    const month = state.monthOfPlay;
    const known = this.known[seat];
    if (known !== undefined && known.month === month && known.quotaUsd === quotaUsd) return known.curve;
    const books = this.booksOf(state, seat, month);
    const worth = worths.worthAt(quotaUsd, month, (component) => books.payState(component, quotaUsd));
    // As long as pay is guaranteed, only what exceeds it is earned.
    const paid = limited(worth, worth.base + books.guaranteedUsd, Infinity);
    const curve = this.withGoal(paid, seat, quotaUsd);
    this.known[seat] = { month, quotaUsd, bookedUsd: 0, curve };
    return curve;
  }

  /** The same for the next month, if the running month ends with the bookings of today. */
  nextWorthOf(state: RunState, seat: number): PayoutCurve {
    const worths = this.worthsOf(state, seat);
    const quotaUsd = state.floor.seats.quotaUsd[seat];
    if (worths === undefined) return this.withGoal(this.curveOf(state, seat), seat, quotaUsd);
    const month = state.monthOfPlay;
    const bookedUsd = state.floor.seats.bookedUsd[seat];
    const known = this.knownNext[seat];
    const isKnown = known?.month === month && known.quotaUsd === quotaUsd && known.bookedUsd === bookedUsd;
    if (isKnown) return known.curve;
    const books = this.booksOf(state, seat, month);
    const paid = worths.worthAt(quotaUsd, month + 1, (component) =>
      books.payStateAfter(component, quotaUsd, bookedUsd),
    );
    const curve = this.withGoal(paid, seat, quotaUsd);
    this.knownNext[seat] = { month, quotaUsd, bookedUsd, curve };
    return curve;
  }

  /** How much of the balance of a draw is expected to be earned back, in dollars. */
  recoveryOf(state: RunState, seat: number, balanceUsd: number): number {
    const worths = this.worthsOf(state, seat);
    return worths?.recoveryOf(state.floor.seats.quotaUsd[seat], balanceUsd) ?? balanceUsd;
  }

  /** Clears values cached in another run. */
  reset(): void {
    this.known.length = 0;
    this.knownNext.length = 0;
  }

  /** A month's pay less the loss felt below quota, if goals matter to the group. */
  private withGoal(paid: PayoutCurve, seat: number, quotaUsd: number): PayoutCurve {
    const { goalUsd } = this.company.sellers[this.company.groupOfSeat[seat]].values;
    if (!(goalUsd > 0)) return paid;
    const known = this.felt[seat];
    if (known?.paid === paid && known.quotaUsd === quotaUsd) return known.curve;
    const curve = sumOfCurves([paid, goalCurve(goalUsd, quotaUsd)]);
    this.felt[seat] = { paid, quotaUsd, curve };
    return curve;
  }

  private worthsOf({ floor }: RunState, seat: number): SellerWorths | undefined {
    const { skill, territory } = floor.seats;
    return this.minds[this.company.groupOfSeat[seat]]?.worthsFor(skill[seat] * territory[seat]);
  }

  private booksOf(state: RunState, seat: number, month: number): OwnBooks {
    this.books ??= new OwnBooks(state);
    this.books.seat = seat;
    this.books.month = month;
    return this.books;
  }
}
