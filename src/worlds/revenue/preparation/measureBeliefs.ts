import { responseTo } from '../../../people/solver/response.ts';
import { SLOTS } from '../catalogue/counters.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { compileCompany } from '../compile/company.ts';
import { roleOf } from '../compile/roles.ts';
import type { BeliefKind, Beliefs, Effect } from '../contract/beliefs.ts';
import type { CompiledTactic } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import {
  covarianceIn,
  gainsByLag,
  LAGS,
  type Months,
  meansOf,
  playMonths,
  SLOT_OF_COUNTER,
  sixMonths,
} from './ordinaryMonths.ts';

/** Intensity at which a productive tactic is measured, and increase by which sellers' effort is. */
const PRODUCTIVE_STEP = 2.5;
const EFFORT_STEP = 0.1;
/** Smallest effect that people believe in, as a share of the counter's monthly amount. */
const NOTICEABLE_SHARE = 0.005;
/** Smallest crowding that people notice, as a multiple of that share of the effect. */
const NOTICEABLE_CROWDING = 4;
/** Hours per day that stand for unlimited time. */
const UNLIMITED_HOURS = 24 * 50;

const USUALLY: Policy = { levels: {}, expectedDeals: true };
const HARDER: Policy = { ...USUALLY, sellerEffort: 1 + EFFORT_STEP };

/** Counters whose effects are used: those of metrics, and those of the one-mind benchmark. */
const FOLLOWED = new Set<string>([
  ...METRICS.flatMap(({ numerator, denominator }) => [numerator, denominator ?? numerator]),
  'bookingsUsd',
  'marketingSpendUsd',
]);

/** Kinds of beliefs held by the planners of a world; `total` if there are no planners. */
export function beliefKinds({ people }: RevenueWorld): readonly BeliefKind[] {
  const planners = people.filter((person) => roleOf(person).mind === 'planner');
  const isNaive = planners.some(({ beliefs }) => beliefs === 'naive');
  const isTotal = planners.length === 0 || planners.some(({ beliefs }) => beliefs !== 'naive');
  return [...(isTotal ? ['total' as const] : []), ...(isNaive ? ['naive' as const] : [])];
}

/**
 * Measures the effects of work in a world: each tactic in turn is sustained for six months against the honest
 * baseline, on common random numbers. The difference in month m, less that in month m - 1, is the lag-m
 * effect of one month of it. The belief therefore includes effects that build up only under sustained use
 * (lost trust above all). Deals count at expected value, which takes the luck of single deals out of the
 * differences.
 *
 * @param kinds `naive` is measured in the same world with unlimited selling time and no prospecting first:
 * conversion rates only
 */
export function measureBeliefs(
  world: RevenueWorld,
  kinds: readonly BeliefKind[] = beliefKinds(world),
): Beliefs {
  const ordinary = sixMonths(world);
  // Baseline moments are those of the actual world, whatever the beliefs about effects.
  const known = baselineOf(ordinary);
  const { tactics } = compileCompany(ordinary, {}, known);
  const trials = trialsOf(tactics);
  const policies = trials.map(({ id, level }): Policy => ({ ...USUALLY, levels: { [id]: level } }));
  const isMeasured = (kind: BeliefKind) => kinds.includes(kind);
  const effects = (reference: Months, played: readonly Months[]) =>
    tactics.flatMap((tactic) => {
      const gains = trials.flatMap(({ id }, t) =>
        id === tactic.definition.id ? [gainsByLag(played[t], reference)] : [],
      );
      return gains.length === 0 ? [] : effectsOf(tactic, gains, known.baseline);
    });
  const [usual, harder, ...total] = playMonths(ordinary, known, [
    USUALLY,
    HARDER,
    ...(isMeasured('total') ? policies : []),
  ]);
  const [unlimited, ...naive] = isMeasured('naive')
    ? playMonths(withUnlimitedTime(ordinary), known, [USUALLY, ...policies])
    : [];
  return {
    ...known,
    effects: {
      ...(isMeasured('total') ? { total: effects(usual, total) } : {}),
      ...(isMeasured('naive') ? { naive: effects(unlimited, naive) } : {}),
    },
    bookingsPerEffortUsd: bookingsPerEffort(usual, harder, world.sales.reps),
    perEffort: perEffort(usual, harder, world.sales.reps),
  };
}

/** Means, variances and covariances of an ordinary month; effects are left empty. */
function baselineOf(ordinary: RevenueWorld): Beliefs {
  const bare: Beliefs = {
    lags: LAGS,
    baseline: new Float64Array(SLOTS.size).fill(1),
    variance: new Float64Array(SLOTS.size),
    covariances: new Float64Array(SLOTS.size * SLOTS.size),
    effects: {},
    bookingsPerEffortUsd: new Float64Array(LAGS),
    perEffort: new Float64Array(SLOTS.size),
  };
  const [months] = playMonths(ordinary, bare, [{ levels: {} }]);
  const means = meansOf(months);
  const baseline = new Float64Array(SLOTS.size);
  const variance = new Float64Array(SLOTS.size);
  SLOT_OF_COUNTER.forEach((slot, c) => {
    baseline[slot] = means[c];
    variance[slot] = covarianceIn(months, means, c, c);
  });
  return { ...bare, baseline, variance, covariances: covariancesOf(months, means) };
}

/** Monthly covariance of every two counters that metrics are made of; 0 for others. */
function covariancesOf(months: Months, means: Float64Array): Float64Array {
  const covariances = new Float64Array(SLOTS.size * SLOTS.size);
  const followed = [...SLOT_OF_COUNTER.keys()].filter((c) => FOLLOWED.has(SLOTS.counters[c].id));
  for (const a of followed)
    for (const b of followed)
      covariances[SLOT_OF_COUNTER[a] * SLOTS.size + SLOT_OF_COUNTER[b]] = covarianceIn(months, means, a, b);
  return covariances;
}

function withUnlimitedTime(world: RevenueWorld): RevenueWorld {
  return {
    ...world,
    sales: {
      ...world.sales,
      sellingHoursPerDay: UNLIMITED_HOURS,
      opportunityHoursPerDay: 24,
      prospectingHours: 0,
    },
  };
}

/** Trial levels: one for productive work with hours; two for gaming, whose units crowd each other out. */
function trialsOf(tactics: readonly CompiledTactic[]): { readonly id: string; readonly level: number }[] {
  return tactics.flatMap((tactic) => {
    const { id } = tactic.definition;
    if (tactic.productive) return tactic.hoursPerMonth > 0 ? [{ id, level: PRODUCTIVE_STEP }] : [];
    const level = gamingStep(tactic);
    return [
      { id, level },
      { id, level: 2 * level },
    ];
  });
}

function gamingStep({ maxScale }: CompiledTactic): number {
  return Math.min(1, maxScale > 0 ? maxScale / 2 : 1);
}

/** Noticeable effects, estimated from the gains of a tactic's trials. */
function effectsOf(tactic: CompiledTactic, gains: readonly Float64Array[], baseline: Float64Array): Effect[] {
  const effect = new Float64Array(gains[0].length);
  const bend = new Float64Array(gains[0].length);
  const [once, twice] = gains;
  if (tactic.productive) {
    const response = responseTo(PRODUCTIVE_STEP, tactic.elasticity);
    once.forEach((gain, i) => {
      effect[i] = gain / response;
    });
  } else {
    // Two levels identify a slope and a curvature: change = effect u + bend u^2.
    const level = gamingStep(tactic);
    for (let i = 0; i < once.length; i++) {
      effect[i] = (4 * once[i] - twice[i]) / (2 * level);
      bend[i] = (twice[i] - 2 * once[i]) / (2 * level * level);
    }
  }
  return SLOTS.counters.flatMap(({ id }, c) => {
    const slot = SLOT_OF_COUNTER[c];
    return FOLLOWED.has(id)
      ? noticeable(
          {
            tactic: tactic.definition.id,
            slot,
            effect: effect.slice(c * LAGS, (c + 1) * LAGS),
            bend: bend.slice(c * LAGS, (c + 1) * LAGS),
          },
          baseline[slot],
        )
      : [];
  });
}

/** Drops effects too small to notice (through the unsold share of the market, say), and small crowding. */
function noticeable(found: Effect, baseline: number): Effect[] {
  let size = 0;
  let crowding = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    size += Math.abs(found.effect[lag]) + Math.abs(found.bend[lag]);
    crowding += Math.abs(found.bend[lag]);
  }
  if (size < NOTICEABLE_SHARE * baseline) return [];
  const isStraight = crowding < NOTICEABLE_CROWDING * NOTICEABLE_SHARE * size;
  return [isStraight ? { ...found, bend: new Float64Array(LAGS) } : found];
}

function perEffort(usual: Months, pushed: Months, reps: number): Float64Array {
  const gains = gainsByLag(pushed, usual);
  const bySlot = new Float64Array(SLOTS.size);
  SLOT_OF_COUNTER.forEach((slot, c) => {
    for (let lag = 0; lag < LAGS; lag++) bySlot[slot] += gains[c * LAGS + lag] / EFFORT_STEP / reps;
  });
  return bySlot;
}

function bookingsPerEffort(usual: Months, pushed: Months, reps: number): Float64Array {
  const c = SLOT_OF_COUNTER.indexOf(COUNTER.bookingsUsd);
  return gainsByLag(pushed, usual)
    .slice(c * LAGS, (c + 1) * LAGS)
    .map((bookings) => bookings / EFFORT_STEP / reps);
}
