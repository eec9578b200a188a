import { certaintyEquivalent } from '../plans/certaintyEquivalent.ts';
import type { PayoutCurve } from '../plans/payoutCurve.ts';

/** A deal that can be closed now at a discount, or next period at its full price. */
export interface TimingChoice {
  /** Commission now and next period, in dollars as a function of bookings. */
  readonly now: PayoutCurve;
  readonly next: PayoutCurve;
  /** Bookings without the deal, in either period: mean and standard deviation, in dollars. */
  readonly bookedNowUsd: number;
  readonly sdNowUsd?: number;
  readonly bookedNextUsd: number;
  readonly sdNextUsd?: number;
  readonly dealUsd: number;
  /**
   * Worth today of a dollar of next period's commission: discounting times the chance that the deal, and the
   * rep, are still there.
   */
  readonly keepShare: number;
  /**
   * What a dollar booked takes from later pay, whenever it is booked, in dollars: a quota that follows
   * bookings.
   */
  readonly costShare?: number;
  /** What it costs the seller to bring the deal forward, in dollars. */
  readonly effortUsd?: number;
  readonly riskAversionPerUsd?: number;
}

/**
 * The largest discount at which a seller would rather close a deal now than wait for its full price: what a
 * kinked plan makes a pull-forward worth.
 *
 * Formula: the d with CE now(booked + (1 - d) deal) - CE now(booked) = effort + keepShare (CE next(booked +
 * deal) - CE next(booked)). With rates r_now and r_next it is 1 - keepShare r_next / r_now; in a straight
 * line without impatience it is 0.
 *
 * @returns a share of the deal, 0 to 1; 0 also where waiting is better at the full price
 * @source I. Larkin, "The cost of high-powered incentives", Journal of Labor Economics 32 (2014) 199-227, for
 * the behaviour
 */
export function mostDiscountForClosingNow(choice: TimingChoice): number {
  const { now, next, bookedNowUsd, bookedNextUsd, dealUsd, keepShare, costShare = 0 } = choice;
  const r = choice.riskAversionPerUsd ?? 0;
  const worthNow = (bookings: number) => certaintyEquivalent(now, bookings, choice.sdNowUsd ?? 0, r);
  const worthNext = (bookings: number) => certaintyEquivalent(next, bookings, choice.sdNextUsd ?? 0, r);
  const waiting =
    (choice.effortUsd ?? 0) +
    keepShare * (worthNext(bookedNextUsd + dealUsd) - worthNext(bookedNextUsd) - costShare * dealUsd);
  const closing = (discount: number) =>
    worthNow(bookedNowUsd + (1 - discount) * dealUsd) -
    worthNow(bookedNowUsd) -
    costShare * (1 - discount) * dealUsd;
  if (!(closing(0) > waiting)) return 0;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (low + high);
    if (closing(middle) >= waiting) low = middle;
    else high = middle;
  }
  return low;
}
