import { responseTo } from '../../people/solver/response.ts';
import { luckKey } from '../../random/luck.ts';
import type { BeliefTable } from './beliefs.ts';
import { compileCompany, type Policy } from './company.ts';
import { COUNTER } from './counters.ts';
import { Neighbours } from './neighbours.ts';
import { OUTCOME_COUNT } from './outcomes.ts';
import { COUNTER_COUNT, REPORTED } from './state.ts';
import type { RevenueWorld } from './world.ts';

/** Luck of the pre-pass: its own, so that what people believe does not depend on the luck they then meet. */
const BELIEF_SEED = 'beliefs';
const REPLICATES = 32;
/** Months of play in the pre-pass, and months over which an effect is followed. */
const LAGS = 6;
/** Intensity of a productive tactic at which its effect is measured. */
const PRODUCTIVE_STEP = 2.5;
/** From this month on the effect of a tactic that is kept up counts as settled: its size is averaged over the months left. */
const SETTLED = 3;
const EFFORT_STEP = 0.1;
/** Smallest part of a counter's monthly amount that an effect must move to be believed in; crowding must be four times that part of the effect. */
const NOTICEABLE_SHARE = 0.005;

/**
 * Measures what tactics do in a world: every tactic in turn is kept up for six months against the honest baseline, on the same luck. What month m gains over month m - 1
 * is the effect at lag m of one month of it, so that what builds up only when it is kept up (lost trust above all) is part of the belief. Deals count at their expected value, which takes the luck of single deals out of the differences.
 *
 * @param world the world; `naive` gives it unlimited selling time and no prospecting first, so that only conversion rates are left
 */
export function measureBeliefs(world: RevenueWorld, naive: boolean): BeliefTable {
  const horizon: RevenueWorld = {
    ...world,
    horizonMonths: LAGS,
    calendar: { ...world.calendar, tailDays: 0 },
    // Nobody foresees the board's reviews.
    governance: { ...world.governance, budgetRule: 'fixed' },
  };
  const measured: RevenueWorld = naive
    ? {
        ...horizon,
        sales: {
          ...world.sales,
          sellingHoursPerDay: 24 * 50,
          opportunityHoursPerDay: 24,
          prospectingHours: 0,
        },
      }
    : horizon;
  const bare: BeliefTable = {
    lags: LAGS,
    baseline: new Float64Array(COUNTER_COUNT).fill(1),
    variance: new Float64Array(COUNTER_COUNT),
    covariance: new Float64Array(COUNTER_COUNT * COUNTER_COUNT),
    effect: new Float64Array(0),
    bend: new Float64Array(0),
    bookingsPerEffortUsd: new Float64Array(LAGS),
  };
  // Baseline moments are those of the world as it is, whatever the beliefs about effects.
  const still = baselineLevels(compileCompany(horizon, {}, bare).tactics);
  const [months] = collect(horizon, bare, [{ levels: still }]);
  const baseline = new Float64Array(COUNTER_COUNT);
  const covariance = new Float64Array(COUNTER_COUNT * COUNTER_COUNT);
  const n = REPLICATES * LAGS;
  for (let i = 0; i < n; i++)
    for (let c = 0; c < COUNTER_COUNT; c++) baseline[c] += months[i * COUNTER_COUNT + c] / n;
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < COUNTER_COUNT; a++) {
      const da = months[i * COUNTER_COUNT + a] - baseline[a];
      for (let b = 0; b < COUNTER_COUNT; b++) {
        covariance[a * COUNTER_COUNT + b] += (da * (months[i * COUNTER_COUNT + b] - baseline[b])) / (n - 1);
      }
    }
  }
  const variance = Float64Array.from({ length: COUNTER_COUNT }, (_, c) => covariance[c * COUNTER_COUNT + c]);
  const known: BeliefTable = { ...bare, baseline, variance, covariance };

  const tactics = compileCompany(measured, {}, known).tactics;
  const usually: Policy = { levels: still, expectedDeals: true };
  const trials: { readonly k: number; readonly level: number }[] = [];
  for (let k = 0; k < tactics.length; k++) {
    const tactic = tactics[k];
    if (tactic.productive) {
      if (tactic.hoursPerMonth > 0) trials.push({ k, level: PRODUCTIVE_STEP });
      continue;
    }
    const u = Math.min(1, tactic.maxScale > 0 ? tactic.maxScale / 2 : 1);
    trials.push({ k, level: u }, { k, level: 2 * u });
  }
  const harder: Policy = { ...usually, repEffort: 1 + EFFORT_STEP };
  const [reference, ...rest] = collect(measured, known, [
    usually,
    ...trials.map(({ k, level }) => ({ levels: still.with(k, level), expectedDeals: true })),
    ...(naive ? [] : [harder]),
  ]);
  const effect = new Float64Array(tactics.length * COUNTER_COUNT * LAGS);
  const bend = new Float64Array(effect.length);
  for (let t = 0; t < trials.length; t++) {
    const { k, level } = trials[t];
    const once = meanDifferences(rest[t], reference);
    const at = k * COUNTER_COUNT * LAGS;
    if (tactics[k].productive) {
      const response = responseTo(level, tactics[k].elasticity);
      for (let i = 0; i < once.length; i++) effect[at + i] = once[i] / response;
      continue;
    }
    // Two amounts give a line and a bend: change = effect u + bend u^2.
    const twice = meanDifferences(rest[++t], reference);
    for (let i = 0; i < once.length; i++) {
      effect[at + i] = (4 * once[i] - twice[i]) / (2 * level);
      bend[at + i] = (twice[i] - 2 * once[i]) / (2 * level * level);
    }
  }
  // Effects that no one could notice (through the unsold share of the market, say) are no part of a belief.
  for (let k = 0; k < tactics.length; k++) {
    for (let c = 0; c < COUNTER_COUNT; c++) {
      const at = (k * COUNTER_COUNT + c) * LAGS;
      let size = 0;
      let crowding = 0;
      for (let lag = 0; lag < LAGS; lag++) {
        size += Math.abs(effect[at + lag]) + Math.abs(bend[at + lag]);
        crowding += Math.abs(bend[at + lag]);
      }
      if (size < NOTICEABLE_SHARE * baseline[c]) effect.fill(0, at, at + LAGS);
      if (crowding < 4 * NOTICEABLE_SHARE * size || size < NOTICEABLE_SHARE * baseline[c])
        bend.fill(0, at, at + LAGS);
    }
  }
  const [usual, pushed] = naive
    ? collect(horizon, known, [usually, harder])
    : [reference, rest[trials.length]];
  const gained = meanDifferences(pushed, usual);
  const bookingsPerEffortUsd = gained
    .subarray(COUNTER.bookingsUsd * LAGS, (COUNTER.bookingsUsd + 1) * LAGS)
    .map((bookings) => bookings / EFFORT_STEP / world.sales.reps);
  return { ...known, effect, bend, bookingsPerEffortUsd };
}

function baselineLevels(tactics: readonly { readonly productive: boolean }[]): Float64Array {
  return Float64Array.from(tactics, (tactic) => (tactic.productive ? 1 : 0));
}

/** Reported counters of every month of every replicate, one array for each policy: [(replicate * months + month) * counters + counter]. */
function collect(world: RevenueWorld, beliefs: BeliefTable, policies: readonly Policy[]): Float64Array[] {
  const together = new Neighbours(
    policies.map((policy) => compileCompany(world, {}, beliefs, { repEffort: 1, ...policy })),
  );
  const outcomes = new Float64Array(OUTCOME_COUNT);
  const months = policies.map(() => new Float64Array(REPLICATES * LAGS * COUNTER_COUNT));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    together.meet(luckKey(BELIEF_SEED, replicate));
    for (let p = 0; p < policies.length; p++) {
      together.run(p, outcomes);
      for (let m = 0; m < LAGS; m++) {
        const from = m * 3 * COUNTER_COUNT + REPORTED;
        months[p].set(
          together.runners[p].state.months.subarray(from, from + COUNTER_COUNT),
          (replicate * LAGS + m) * COUNTER_COUNT,
        );
      }
    }
  }
  return months;
}

/**
 * Mean gain by lag, [counter * lags + lag]: the difference in month m less that in month m - 1, averaged over replicates. From {@link SETTLED} on
 * the months are averaged, which steadies the sum of all lags.
 */
function meanDifferences(played: Float64Array, reference: Float64Array): Float64Array {
  const mean = new Float64Array(COUNTER_COUNT * LAGS);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    for (let lag = 0; lag < LAGS; lag++) {
      for (let c = 0; c < COUNTER_COUNT; c++) {
        const at = (replicate * LAGS + lag) * COUNTER_COUNT + c;
        mean[c * LAGS + lag] += (played[at] - reference[at]) / REPLICATES;
      }
    }
  }
  for (let c = 0; c < COUNTER_COUNT; c++) {
    const at = c * LAGS;
    let settled = 0;
    for (let lag = SETTLED; lag < LAGS; lag++) settled += mean[at + lag] / (LAGS - SETTLED);
    mean[at + SETTLED] = settled;
    mean.fill(0, at + SETTLED + 1, at + LAGS);
    for (let lag = SETTLED; lag > 0; lag--) mean[at + lag] -= mean[at + lag - 1];
  }
  return mean;
}
