import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';

/** Number of steps in averaging over buyers' relative win chances in the other line. */
const STEPS = 200;

/**
 * Expected commission credit of a deal whose product line is undecided, as a share of its expected value in
 * the first line. Some buyers will be sold the other line when the deal is decided.
 *
 * @param creditShare commission credit for a dollar of the other line
 * @param choosesLines whether sellers sell the line with more credit; otherwise, the one with more margin
 */
export function lineFactor({ world }: Company, creditShare: number, choosesLines: boolean): number {
  const { otherShare, otherValueTimes, otherChanceTimes, otherMarginShare } = world.lines;
  if (otherShare === 0) return 1;
  let gain = 0;
  for (let step = 0; step < STEPS; step++) {
    const times = otherChanceTimes * (0.5 + (step + 0.5) / STEPS) * otherValueTimes;
    const other = choosesLines
      ? times * creditShare > 1
      : times * otherMarginShare > world.customers.marginShare;
    if (other) gain += (times * creditShare - 1) / STEPS;
  }
  return 1 + otherShare * gain;
}

/** Self-sourced share of bookings in an ordinary month. */
export function ownShareOf({ baseline }: Beliefs): number {
  const booked = baseline[COUNTER.bookingsUsd];
  return booked > 0 ? baseline[COUNTER.ownBookingsUsd] / booked : 0;
}

/**
 * Ratchet multiplier: discounted rise of all later quotas per dollar booked now, if each quota moves by a
 * share of the surprise.
 *
 * Formula: sum over t of keep^t share (1 - share)^(t - 1).
 *
 * @source M. L. Weitzman, "The 'ratchet principle' and performance incentives", Bell Journal of Economics 11
 * (1980) 302-308
 */
export function laterQuotas(share: number, keep: number, months: number): number {
  let sum = 0;
  let weight = share * keep;
  for (let t = 1; t <= months; t++, weight *= keep * (1 - share)) sum += weight;
  return sum;
}
