import { luckKey } from '../../../random/luck.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import { REPORTED } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { Slots } from '../contract/slots.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { withoutRhythm } from '../engine/market/demand.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';

/** A separate seed, so that beliefs do not depend on the luck that people then meet. */
const SEED = 'beliefs';
/** Runs in which effects are measured, as differences on common luck. */
const REPLICATES = 32;
/** Months over which effects are believed to last; those after the simulated ones are extrapolated. */
export const BELIEVED_LAGS = 12;
/** Months until the effect of sustained work has settled, where deals are decided within a month. */
const QUICKLY_SETTLED = 3;
/** Months over which a settled effect is averaged. */
const AVERAGED = 3;

/** Months of play in which effects are measured. */
export interface Window {
  readonly months: number;
  /** Month from which a sustained tactic counts as settled: its effect is averaged over the months left. */
  readonly settled: number;
}

/**
 * Six months, and as many more as deals (at half a standard deviation above their mean) take longer than
 * one to be decided: up to a year.
 */
export function windowOf({ sales, calendar }: RevenueWorld): Window {
  const longer = Math.max(
    0,
    Math.ceil((sales.cycleDays * (1 + sales.cycleCv / 2)) / calendar.daysPerMonth) - 1,
  );
  const settled = Math.min(QUICKLY_SETTLED + longer, BELIEVED_LAGS - AVERAGED);
  return { months: settled + AVERAGED, settled };
}

/** First slot of every counter of a layout; months are stored by counter, in this order. */
export function firstSlots({ counters, of }: Slots): readonly number[] {
  return counters.map(({ id }) => of.get(id)!);
}

/** Reported counters of all runs by month. */
export interface Months extends Window {
  readonly runs: number;
  /** First slot of each counter. */
  readonly slots: readonly number[];
  /** [(run * months + month) * counters + counter] */
  readonly amounts: Float64Array;
}

/**
 * A world for measuring effects: its {@link windowOf} months, without trend, seasonality, budget reviews,
 * turnover of marketers and tail.
 */
export function measuredMonths(world: RevenueWorld): RevenueWorld {
  return {
    ...withoutRhythm(world),
    people: world.people.map((person) => ({ ...person, startMonth: 0 })),
    horizonMonths: windowOf(world).months,
    calendar: { ...world.calendar, tailDays: 0 },
    governance: { ...world.governance, budgetRule: 'fixed' },
    marketing: { ...world.marketing, turnoverSharePerYear: 0 },
  };
}

/**
 * Simulates the months of every replicate under each policy, with common random numbers. Sellers' effort
 * stays at that of the beliefs unless the policy sets it.
 */
export function playMonths(
  world: RevenueWorld,
  beliefs: Beliefs,
  policies: readonly Policy[],
  runs = REPLICATES,
): Months[] {
  const companies = policies.map((policy) =>
    compileCompany(world, {}, beliefs, { policy: { sellerEffort: beliefs.sellerEffort, ...policy } }),
  );
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const window = windowOf(world);
  const { months } = window;
  const slots = firstSlots(companies[0].slots);
  const { length: counters } = slots;
  const played = policies.map(() => new Float64Array(runs * months * counters));
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey(SEED, run));
    for (let p = 0; p < policies.length; p++) {
      shared.run(p, outcomes);
      const { books } = shared.runners[p].state;
      for (let m = 0; m < months; m++) {
        const at = (run * months + m) * counters;
        for (let c = 0; c < counters; c++)
          played[p][at + c] = books.months[m * books.slots + slots[c] + REPORTED];
      }
    }
  }
  return played.map((amounts) => ({ ...window, runs, slots, amounts }));
}

/**
 * Mean gain by lag: [counter * BELIEVED_LAGS + lag]. It is the difference in month m less that in month m -
 * 1, averaged over runs. From the settled month on, the difference is averaged over months as well,
 * and gains at later lags are 0. This stabilises the sum over lags.
 */
export function gainsByLag(played: Months, reference: Months): Float64Array {
  const { runs, months, settled, slots } = played;
  const { length: counters } = slots;
  const mean = new Float64Array(counters * BELIEVED_LAGS);
  for (let run = 0; run < runs; run++) {
    for (let lag = 0; lag < months; lag++) {
      for (let c = 0; c < counters; c++) {
        const at = (run * months + lag) * counters + c;
        mean[c * BELIEVED_LAGS + lag] += (played.amounts[at] - reference.amounts[at]) / runs;
      }
    }
  }
  for (let c = 0; c < counters; c++) {
    const at = c * BELIEVED_LAGS;
    let last = 0;
    for (let lag = settled; lag < months; lag++) last += mean[at + lag] / (months - settled);
    mean[at + settled] = last;
    mean.fill(0, at + settled + 1, at + BELIEVED_LAGS);
    for (let lag = settled; lag > 0; lag--) mean[at + lag] -= mean[at + lag - 1];
  }
  return mean;
}

/** Mean of each counter per month: [counter]. */
export function meansOf({ runs, months, slots, amounts }: Months): Float64Array {
  const { length: counters } = slots;
  const means = new Float64Array(counters);
  const n = runs * months;
  for (let i = 0; i < n; i++) for (let c = 0; c < counters; c++) means[c] += amounts[i * counters + c] / n;
  return means;
}

/** Sample covariance of the monthly amounts of two counters. */
export function covarianceIn(
  { runs, months, slots, amounts }: Months,
  means: Float64Array,
  a: number,
  b: number,
): number {
  const { length: counters } = slots;
  const n = runs * months;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const da = amounts[i * counters + a] - means[a];
    sum += (da * (amounts[i * counters + b] - means[b])) / (n - 1);
  }
  return sum;
}

/**
 * Mean difference of a counter between two sets of months, by month, settled from the settled month on; and
 * the standard error of the settled one.
 */
export function settlingDifference(
  one: Months,
  other: Months,
  slot: number,
): { mean: Float64Array; se: number } {
  const { runs, months, settled, slots } = one;
  const { length: counters } = slots;
  const c = slots.indexOf(slot);
  const mean = new Float64Array(settled + 1);
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    let last = 0;
    for (let month = 0; month < months; month++) {
      const at = (run * months + month) * counters + c;
      const gap = one.amounts[at] - other.amounts[at];
      if (month < settled) mean[month] += gap / runs;
      else last += gap / (months - settled);
    }
    mean[settled] += last / runs;
    squares += last * last;
  }
  const variance = Math.max(0, squares / runs - mean[settled] * mean[settled]);
  return { mean, se: Math.sqrt(variance / (runs - 1)) };
}

/** Mean monthly amount of a counter once it has settled. */
export function settledAmount({ runs, months, settled, slots, amounts }: Months, slot: number): number {
  const { length: counters } = slots;
  const c = slots.indexOf(slot);
  let sum = 0;
  for (let run = 0; run < runs; run++)
    for (let month = settled; month < months; month++) sum += amounts[(run * months + month) * counters + c];
  return sum / runs / (months - settled);
}
