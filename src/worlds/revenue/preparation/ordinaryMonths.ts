import { luckKey } from '../../../random/luck.ts';
import { SLOTS } from '../catalogue/counters.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import { REPORTED } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';

/** A separate seed, so that beliefs do not depend on the luck that people then meet. */
const SEED = 'beliefs';
export const REPLICATES = 32;
/** Months of play, and months over which an effect is tracked. */
export const LAGS = 6;
/** Month from which a sustained tactic counts as settled: its effect is averaged over the months left. */
export const SETTLED = 3;

/** First slot of every counter; months are stored by counter, in this order. */
export const SLOT_OF_COUNTER: readonly number[] = SLOTS.counters.map(({ id }) => SLOTS.of.get(id)!);
const COUNTERS = SLOT_OF_COUNTER.length;

/** Reported counters of all replicates by month: [(replicate * LAGS + month) * counters + counter]. */
export type Months = Float64Array;

/** Six months of play, without foreseen budget reviews and without a tail. */
export function sixMonths(world: RevenueWorld): RevenueWorld {
  return {
    ...world,
    horizonMonths: LAGS,
    calendar: { ...world.calendar, tailDays: 0 },
    governance: { ...world.governance, budgetRule: 'fixed' },
  };
}

/**
 * Simulates the months of every replicate under each policy, with common random numbers. Sellers' effort
 * stays at the baseline unless the policy sets it.
 */
export function playMonths(world: RevenueWorld, beliefs: Beliefs, policies: readonly Policy[]): Months[] {
  const companies = policies.map((policy) =>
    compileCompany(world, {}, beliefs, { policy: { sellerEffort: 1, ...policy } }),
  );
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const played = policies.map(() => new Float64Array(REPLICATES * LAGS * COUNTERS));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    shared.meet(luckKey(SEED, replicate));
    for (let p = 0; p < policies.length; p++) {
      shared.run(p, outcomes);
      const { books } = shared.runners[p].state;
      for (let m = 0; m < LAGS; m++) {
        const at = (replicate * LAGS + m) * COUNTERS;
        for (let c = 0; c < COUNTERS; c++)
          played[p][at + c] = books.months[m * books.slots + SLOT_OF_COUNTER[c] + REPORTED];
      }
    }
  }
  return played;
}

/**
 * Mean gain by lag: [counter * LAGS + lag]. It is the difference in month m less that in month m - 1,
 * averaged over replicates. From month {@link SETTLED} on, the difference is averaged over months as well,
 * and gains at later lags are 0. This stabilises the sum over lags.
 */
export function gainsByLag(played: Months, reference: Months): Float64Array {
  const mean = new Float64Array(COUNTERS * LAGS);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    for (let lag = 0; lag < LAGS; lag++) {
      for (let c = 0; c < COUNTERS; c++) {
        const at = (replicate * LAGS + lag) * COUNTERS + c;
        mean[c * LAGS + lag] += (played[at] - reference[at]) / REPLICATES;
      }
    }
  }
  for (let c = 0; c < COUNTERS; c++) {
    const at = c * LAGS;
    let settled = 0;
    for (let lag = SETTLED; lag < LAGS; lag++) settled += mean[at + lag] / (LAGS - SETTLED);
    mean[at + SETTLED] = settled;
    mean.fill(0, at + SETTLED + 1, at + LAGS);
    for (let lag = SETTLED; lag > 0; lag--) mean[at + lag] -= mean[at + lag - 1];
  }
  return mean;
}

/** Mean of each counter per month: [counter]. */
export function meansOf(months: Months): Float64Array {
  const means = new Float64Array(COUNTERS);
  const n = REPLICATES * LAGS;
  for (let i = 0; i < n; i++) for (let c = 0; c < COUNTERS; c++) means[c] += months[i * COUNTERS + c] / n;
  return means;
}

/** Sample covariance of the monthly amounts of two counters. */
export function covarianceIn(months: Months, means: Float64Array, a: number, b: number): number {
  const n = REPLICATES * LAGS;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const da = months[i * COUNTERS + a] - means[a];
    sum += (da * (months[i * COUNTERS + b] - means[b])) / (n - 1);
  }
  return sum;
}

/**
 * Mean difference of a counter between two sets of months, by month, settled from {@link SETTLED} on; and the
 * standard error of the settled one.
 */
export function settlingDifference(
  one: Months,
  other: Months,
  slot: number,
): { mean: Float64Array; se: number } {
  const c = SLOT_OF_COUNTER.indexOf(slot);
  const counters = SLOT_OF_COUNTER.length;
  const mean = new Float64Array(SETTLED + 1);
  let squares = 0;
  for (let run = 0; run < REPLICATES; run++) {
    let settled = 0;
    for (let month = 0; month < LAGS; month++) {
      const at = (run * LAGS + month) * counters + c;
      const gap = one[at] - other[at];
      if (month < SETTLED) mean[month] += gap / REPLICATES;
      else settled += gap / (LAGS - SETTLED);
    }
    mean[SETTLED] += settled / REPLICATES;
    squares += settled * settled;
  }
  const variance = Math.max(0, squares / REPLICATES - mean[SETTLED] * mean[SETTLED]);
  return { mean, se: Math.sqrt(variance / (REPLICATES - 1)) };
}

/** Mean monthly amount of a counter once it has settled. */
export function settledAmount(months: Months, slot: number): number {
  const c = SLOT_OF_COUNTER.indexOf(slot);
  const counters = SLOT_OF_COUNTER.length;
  let sum = 0;
  for (let run = 0; run < REPLICATES; run++)
    for (let month = SETTLED; month < LAGS; month++) sum += months[(run * LAGS + month) * counters + c];
  return sum / REPLICATES / (LAGS - SETTLED);
}
