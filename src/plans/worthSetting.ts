import type { Draw, Measured, Period } from '../model/plan.ts';
import type { Lattice } from './compoundLattice.ts';
import type { PayoutCurve } from './payoutCurve.ts';

/** Pay on a seller's bookings. */
export interface BookingsPay {
  readonly period: Period;
  readonly measured?: Measured;
  readonly capUsdPerYear?: number;
  readonly draw?: Draw;
  /** Dollars as a function of the bookings of some periods, at the quota of all of them. */
  curveAt(quotaUsd: number, periods: number): PayoutCurve;
}

/** Who values pay on bookings, and how later months look. */
export interface WorthSetting {
  readonly terms: BookingsPay;
  /** Quota of every month, in dollars. */
  readonly quotaUsd: number;
  /** Credited bookings of an ordinary month. */
  readonly month: Lattice;
  /** Discount factor of a month, and chance to leave after one. */
  readonly keepShare: number;
  readonly leaveShare: number;
  /** Whether leavers forfeit an unfinished period. */
  readonly leaversForfeit: boolean;
  /**
   * Share of commission that is paid at once, against which a draw is set, and present value of a dollar of
   * it; 1 if nothing is deferred.
   */
  readonly payableShare?: number;
  readonly presentShare?: number;
  readonly riskAversionPerUsd: number;
  /** Pay days further away do not count. */
  readonly foresightMonths: number;
}

/** What a seller's pay depends on at the start of a month, besides later bookings; amounts in dollars. */
export interface PayState {
  /** Month of the plan year, 0-based. */
  readonly month: number;
  /** Credited bookings and quotas of the period, or of the year so far, before this month. */
  readonly bookedUsd: number;
  readonly quotaUsd: number;
  readonly quotaOfMonthUsd: number;
  /** Commission earned this year. */
  readonly earnedUsd: number;
  /** Draw to be recovered. */
  readonly balanceUsd: number;
  /** Bookings of the period before, for pay on growth; NaN without one. */
  readonly levelBeforeUsd: number;
}

/** What a month's bookings are worth under one component of pay. */
export interface BookingsWorth {
  /** Number of months after which everything repeats. */
  readonly months: number;
  /** Certainty equivalent of an ordinary month, in dollars. */
  readonly perMonthUsd: number;
  /** Dollars as a function of the bookings of the running month, in a state. */
  worthAt(now: PayState): PayoutCurve;
  /** State at the start of a month of the year after ordinary months. */
  usualState(month: number): PayState;
  /** Present value of what is recovered of the balance of a draw, in dollars. */
  recoveryOf(balanceUsd: number): number;
}
