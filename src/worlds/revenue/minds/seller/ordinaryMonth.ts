import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';

/** Steps in which buyers who differ are averaged. */
const STEPS = 200;

/**
 * What an open deal is expected to count for, as a share of its value as one of the first line, since some of
 * the buyers are sold the other line when the deal is decided.
 *
 * @param creditShare what a dollar of the other line counts for commission
 * @param choosesLines whether sellers sell what counts for more; else what leaves the company more
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

/** Share of ordinary bookings that sellers find themselves. */
export function ownShareOf({ baseline }: Beliefs): number {
  const booked = baseline[COUNTER.bookingsUsd];
  return booked > 0 ? baseline[COUNTER.ownBookingsUsd] / booked : 0;
}

/**
 * What all later quotas rise, in parts of a dollar today, for a dollar booked now, when each moves by a share
 * of the surprise: sum over t of keep^t share (1 - share)^(t - 1).
 *
 * @source M. L. Weitzman, "The \"ratchet principle\" and performance incentives", Bell Journal of Economics
 * 11 (1980) 302-308
 */
export function laterQuotas(share: number, keep: number, months: number): number {
  let sum = 0;
  let weight = share * keep;
  for (let t = 1; t <= months; t++, weight *= keep * (1 - share)) sum += weight;
  return sum;
}
