import { luckKey } from '../../../random/luck.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Moments } from '../contract/beliefs.ts';
import { REPORTED } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { Slots } from '../contract/slots.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { Demand, withoutRhythm } from '../engine/market/demand.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';

/** A separate seed, so that beliefs do not depend on the luck that people then meet. */
const SEED = 'beliefs';
/** Runs in which effects are measured, as differences on common luck. */
export const REPLICATES = 32;
/**
 * Runs in which small effects are measured, and people's habits simulated: more, since these are small
 * against their sampling error.
 */
export const MANY_REPLICATES = 64;
/** Months over which effects are believed to last; those after the simulated ones are extrapolated. */
export const BELIEVED_LAGS = 12;
/** Variance of demand below which it counts as even: that of rounding. */
const LEAST_SQUARE = 1e-12;
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
 * Mean gain by lag over the runs of `played`, which `reference` has too: [counter * BELIEVED_LAGS + lag]. It
 * is the difference in month m less that in month m - 1, at mean demand. From the settled month on, the
 * difference is averaged over months as well, and gains at later lags are 0. This stabilises the sum over
 * lags.
 *
 * @param demand of the months of `reference`, see {@link demandIn}
 */
export function gainsByLag(played: Months, reference: Months, demand: Float64Array): Float64Array {
  const { runs, months, settled, slots } = played;
  const { length: counters } = slots;
  const gains = new Float64Array(counters * BELIEVED_LAGS);
  for (let lag = 0; lag <= settled; lag++) {
    const places = monthsOf(runs, months, lag, lag < settled ? lag + 1 : months);
    const level = demandAt(places, demand);
    for (let c = 0; c < counters; c++)
      gains[c * BELIEVED_LAGS + lag] = atMeanDemand(places, level, (i) => {
        const at = i * counters + c;
        return played.amounts[at] - reference.amounts[at];
      });
  }
  for (let at = 0; at < gains.length; at += BELIEVED_LAGS)
    for (let lag = settled; lag > 0; lag--) gains[at + lag] -= gains[at + lag - 1];
  return gains;
}

/** Mean of each counter per month: [counter]. */
export function meansOf({ runs, months, slots, amounts }: Months): Float64Array {
  const { length: counters } = slots;
  const means = new Float64Array(counters);
  const n = runs * months;
  for (let i = 0; i < n; i++) for (let c = 0; c < counters; c++) means[c] += amounts[i * counters + c] / n;
  return means;
}

/** Mean demand of each month that was played, as a multiple of its expectation: [run * months + month]. */
export function demandIn({ calendar, ...world }: RevenueWorld, { runs, months }: Months): Float64Array {
  const { warmUpMonths, daysPerMonth } = calendar;
  const demand = new Demand({ ...world, calendar }, (warmUpMonths + months) * daysPerMonth);
  const ofMonth = new Float64Array(runs * months);
  for (let run = 0; run < runs; run++) {
    demand.draw(luckKey(SEED, run));
    for (let day = 0; day < months * daysPerMonth; day++)
      ofMonth[run * months + Math.floor(day / daysPerMonth)] +=
        demand.ofDay[warmUpMonths * daysPerMonth + day] / daysPerMonth;
  }
  return ofMonth;
}

/** Means of all counters per month at mean demand: [counter]. */
export function meansAtMeanDemand(
  { runs, months, slots, amounts }: Months,
  demand: Float64Array,
): Float64Array {
  const places = monthsOf(runs, months, 0, months);
  const level = demandAt(places, demand);
  return Float64Array.from(slots, (_, c) =>
    atMeanDemand(places, level, (i) => amounts[i * slots.length + c]),
  );
}

/** Months of all runs from one month up to another: [run * months + month]. */
function monthsOf(runs: number, months: number, from: number, to: number): Int32Array {
  const each = to - from;
  return Int32Array.from(
    { length: runs * each },
    (_, i) => Math.floor(i / each) * months + from + (i % each),
  );
}

/** Demand of some months less its mean over them, by month, and how far that mean is from its expectation. */
function demandAt(places: Int32Array, demand: Float64Array) {
  const mean = places.reduce((sum, i) => sum + demand[i], 0) / places.length;
  const gaps = Float64Array.from(places, (i) => demand[i] - mean);
  return { gaps, squares: gaps.reduce((sum, gap) => sum + gap * gap, 0), beyond: mean - 1 };
}

/**
 * Mean of an amount over some months, had demand been at its expectation. Demand is a control variate: its
 * expectation is known, and the amount is regressed on it.
 */
function atMeanDemand(
  places: Int32Array,
  { gaps, squares, beyond }: ReturnType<typeof demandAt>,
  amountIn: (place: number) => number,
): number {
  let mean = 0;
  let together = 0;
  for (let n = 0; n < places.length; n++) {
    const amount = amountIn(places[n]);
    mean += amount / places.length;
    together += gaps[n] * amount;
  }
  return squares > LEAST_SQUARE * places.length ? mean - (together / squares) * beyond : mean;
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
 * Mean difference of a counter between two sets of months, over the runs of the second, by month, settled
 * from the settled month on; and the standard error of the settled one.
 */
export function settlingDifference(
  one: Months,
  other: Months,
  slot: number,
): { mean: Float64Array; se: number } {
  const { runs, months, settled, slots } = other;
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

/**
 * Moments of counters' months once they have settled, the mean at mean demand.
 *
 * @param of counters, by first slot
 * @param size length of the vectors
 * @param demand of the months, see {@link demandIn}
 */
export function settledMoments(
  { runs, months, settled, slots, amounts }: Months,
  of: readonly number[],
  size: number,
  demand: Float64Array,
): Moments {
  const { length: counters } = slots;
  const places = monthsOf(runs, months, settled, months);
  const level = demandAt(places, demand);
  const moments = { mean: new Float64Array(size), sd: new Float64Array(size) };
  for (const slot of of) {
    const c = slots.indexOf(slot);
    moments.mean[slot] = atMeanDemand(places, level, (i) => amounts[i * counters + c]);
    let sum = 0;
    let squares = 0;
    for (const i of places) {
      const amount = amounts[i * counters + c];
      sum += amount;
      squares += amount * amount;
    }
    const { length: n } = places;
    moments.sd[slot] = Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
  }
  return moments;
}
