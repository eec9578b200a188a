import { type Layout, layoutOf } from '../catalogue/counters.ts';
import { roleOf } from '../compile/roles.ts';
import type { BeliefKind, Beliefs, Signing } from '../contract/beliefs.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { effortBefore } from '../minds/seller/effort.ts';
import { isFollowed, measureEffects, partsOfEffects, USUALLY, withEffects } from './measureEffects.ts';
import {
  BELIEVED_LAGS,
  covarianceIn,
  demandIn,
  gainsByLag,
  type Months,
  meansAtMeanDemand,
  meansOf,
  measuredMonths,
  playMonths,
} from './ordinaryMonths.ts';

/** Runs in which ordinary months are measured: no differences, so luck does not cancel. */
const BASELINE_RUNS = 96;
/** Increase by which the effect of sellers' effort is measured. */
const EFFORT_STEP = 0.1;

const HARDER: Policy = { ...USUALLY, sellerEffort: 1 + EFFORT_STEP };

/** Kinds of beliefs held by the planners of a world; `total` if there are no planners. */
export function beliefKinds({ people }: RevenueWorld): readonly BeliefKind[] {
  const planners = people.filter((person) => roleOf(person).mind === 'planner');
  const isNaive = planners.some(({ beliefs }) => beliefs === 'naive');
  const isTotal = planners.length === 0 || planners.some(({ beliefs }) => beliefs !== 'naive');
  return [...(isTotal ? ['total' as const] : []), ...(isNaive ? ['naive' as const] : [])];
}

/**
 * Beliefs of a world: an ordinary month at the honest baseline, and the effects of work. Effects are measured
 * in parts, which may be asked elsewhere: see {@link measureEffects}.
 *
 * @param kinds kinds of effects that somebody believes in
 */
export function measureBeliefs(
  world: RevenueWorld,
  kinds: readonly BeliefKind[] = beliefKinds(world),
): Beliefs {
  const ordinary = measureOrdinary(world);
  return withEffects(
    ordinary,
    partsOfEffects(world, ordinary, kinds).map((part) => measureEffects(world, ordinary, part)),
  );
}

/** An ordinary month at the honest baseline, and what sellers' effort adds to it. */
export function measureOrdinary(world: RevenueWorld): Beliefs {
  const ordinary = measuredMonths(world);
  const layout = layoutOf(world.slices);
  const nothing = nothingKnown(layout);
  const [lazy, harder] = playMonths(ordinary, nothing, [USUALLY, HARDER]);
  const gains = gainsByLag(harder, lazy, demandIn(ordinary, lazy));
  const bookingsPerEffortUsd = bookingsPerEffort(gains, lazy, world.sales.reps);
  const sellerEffort = usualEffort(world, bookingsPerEffortUsd);
  // Baseline moments are those of the actual world, whatever the beliefs about effects.
  return baselineOf(ordinary, layout, {
    ...nothing,
    bookingsPerEffortUsd,
    perEffort: perEffort(gains, lazy, layout, world.sales.reps),
    sellerEffort,
    signing: signingIn(lazy),
  });
}

/** Beliefs before anything is measured. */
function nothingKnown({ size }: Layout): Beliefs {
  return {
    lags: BELIEVED_LAGS,
    baseline: new Float64Array(size).fill(1),
    variance: new Float64Array(size),
    usual: { mean: new Float64Array(size), sd: new Float64Array(size) },
    covariances: new Float64Array(size * size),
    knots: {},
    effects: {},
    sellerEffort: 1,
    bookingsPerEffortUsd: new Float64Array(BELIEVED_LAGS),
    perEffort: new Float64Array(size),
    signing: NOTHING_SIGNED,
  };
}

const NOTHING_SIGNED: Signing = { winsPerMonth: 0, usdEach: 0, churnShare: 1 };

/** Mean effort of a world's sellers under the commission that it names. */
function usualEffort(world: RevenueWorld, bookingsPerEffortUsd: Float64Array): number {
  const sellers = world.people.filter((person) => roleOf(person).mind === 'seller');
  const heads = sellers.reduce((sum, { count = 1 }) => sum + count, 0);
  return heads === 0
    ? 1
    : sellers.reduce(
        (sum, person) =>
          sum + (person.count ?? 1) * effortBefore(world.sales, person, bookingsPerEffortUsd, 1),
        0,
      ) / heads;
}

/** How contracts are signed in ordinary months. */
function signingIn(months: Months): Signing {
  const means = meansOf(months);
  const mean = (slot: number) => means[months.slots.indexOf(slot)];
  const winsPerMonth = mean(COUNTER.wins);
  if (!(winsPerMonth > 0)) return NOTHING_SIGNED;
  return {
    winsPerMonth,
    usdEach: mean(COUNTER.bookingsUsd) / winsPerMonth,
    churnShare: mean(COUNTER.churnSum) / winsPerMonth,
  };
}

/** Means, variances and covariances of an ordinary month; effects are left empty. */
function baselineOf(ordinary: RevenueWorld, layout: Layout, bare: Beliefs): Beliefs {
  const [months, expected] = playMonths(ordinary, bare, [{ levels: {} }, USUALLY], BASELINE_RUNS);
  const means = meansOf(months);
  // Deals at their expected value have the same mean, and it takes fewer runs to find it.
  const atMean = meansAtMeanDemand(expected, demandIn(ordinary, expected));
  const baseline = new Float64Array(layout.size);
  const variance = new Float64Array(layout.size);
  months.slots.forEach((slot, c) => {
    baseline[slot] = atMean[c];
    variance[slot] = covarianceIn(months, means, c, c);
  });
  return { ...bare, baseline, variance, covariances: covariancesOf(months, layout, means) };
}

/** Monthly covariance of every two counters that metrics are made of; 0 for others. */
function covariancesOf(months: Months, layout: Layout, means: Float64Array): Float64Array {
  const { size } = layout;
  const { slots } = months;
  const covariances = new Float64Array(size * size);
  const followed = [...slots.keys()].filter((c) => isFollowed(layout, c));
  for (const a of followed)
    for (const b of followed) covariances[slots[a] * size + slots[b]] = covarianceIn(months, means, a, b);
  return covariances;
}

function perEffort(gains: Float64Array, usual: Months, { size }: Layout, reps: number): Float64Array {
  const bySlot = new Float64Array(size);
  usual.slots.forEach((slot, c) => {
    for (let lag = 0; lag < BELIEVED_LAGS; lag++)
      bySlot[slot] += gains[c * BELIEVED_LAGS + lag] / EFFORT_STEP / reps;
  });
  return bySlot;
}

function bookingsPerEffort(gains: Float64Array, usual: Months, reps: number): Float64Array {
  const c = usual.slots.indexOf(COUNTER.bookingsUsd);
  const byLag = gains.subarray(c * BELIEVED_LAGS, (c + 1) * BELIEVED_LAGS);
  return byLag.map((bookings) => bookings / EFFORT_STEP / reps);
}
