import { certaintyEquivalent } from '../plans/certaintyEquivalent.ts';
import type { PayoutCurve } from '../plans/payoutCurve.ts';

/** A deal that can be closed now at a discount, or next period at full price. */
export interface TimingChoice {
  /** Commission of this period: dollars as a function of bookings. */
  readonly now: PayoutCurve;
  /** Bookings of this period excluding the deal: mean and standard deviation, in dollars. */
  readonly bookedNowUsd: number;
  readonly sdNowUsd?: number;
  /** Certainty equivalent of the next period's commission with a sure amount of bookings more, in dollars. */
  readonly worthNext: (moreUsd: number) => number;
  readonly dealUsd: number;
  /** Discount factor on next period's commission, times the chance that deal and rep are still there. */
  readonly keepShare: number;
  /** Ratchet effect: later pay lost per dollar booked in either period, since quotas follow bookings. */
  readonly costShare?: number;
  /** Seller's cost of bringing the deal forward, in dollars. */
  readonly effortUsd?: number;
  readonly riskAversionPerUsd?: number;
}

/**
 * Reservation discount: the largest at which a seller closes a deal now rather than wait for its full price.
 * It measures how strongly a kinked plan encourages pull-forwards.
 *
 * Formula (before ratchet costs): the d with CE now(booked + (1 - d) deal) - CE now(booked) = effort +
 * keepShare (CE next(booked + deal) - CE next(booked)). With constant marginal rates r_now and r_next, and no
 * effort, it is 1 - keepShare r_next / r_now. Under linear pay with keepShare 1 it is 0.
 *
 * @returns share of the deal, 0 to 1; 0 also where waiting is better even at full price
 * @source I. Larkin, "The cost of high-powered incentives", Journal of Labor Economics 32 (2014) 199-227, for
 * the behaviour
 */
export function mostDiscountForClosingNow(choice: TimingChoice): number {
  const { now, worthNext, bookedNowUsd, dealUsd, keepShare, costShare = 0 } = choice;
  const r = choice.riskAversionPerUsd ?? 0;
  const worthNow = (bookings: number) => certaintyEquivalent(now, bookings, choice.sdNowUsd ?? 0, r);
  const waiting =
    (choice.effortUsd ?? 0) + keepShare * (worthNext(dealUsd) - worthNext(0) - costShare * dealUsd);
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
