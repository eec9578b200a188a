import type { PayoutCurve } from '../../../plans/payoutCurve.ts';

/** Worth of a commission on the team's bookings whose terms carry over: a draw, or a yearly cap. */
export interface TeamWorth {
  /** Certainty equivalent of a dollar more booked in every month. */
  readonly perDollarUsd: number;
  /** What is expected to be earned back of the balance of a draw, in dollars. */
  recoveryOf(balanceUsd: number): number;
  /**
   * Dollars as a function of the bookings of a pay period, or of the year to date.
   *
   * @param month of the plan year that ends with the pay day, 0-based
   * @param earnedUsd commission of the year so far
   */
  at(month: number, earnedUsd: number, balanceUsd: number): PayoutCurve;
  /** The same in ordinary pay periods. */
  usual(): PayoutCurve;
}
