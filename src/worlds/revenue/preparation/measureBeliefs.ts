import { monotoneSlopes } from '../../../core/numeric/monotoneCubic.ts';
import { type Layout, layoutOf } from '../catalogue/counters.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { compileCompany } from '../compile/company.ts';
import { roleOf } from '../compile/roles.ts';
import type { BeliefKind, Beliefs, Effect, Signing } from '../contract/beliefs.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { effortBefore } from '../minds/seller/effort.ts';
import {
  BELIEVED_LAGS,
  covarianceIn,
  firstSlots,
  gainsByLag,
  type Months,
  meansOf,
  measuredMonths,
  playMonths,
  windowOf,
} from './ordinaryMonths.ts';
import { stillToCome, withTail } from './slowWork.ts';
import { knotsOf, trialsOf } from './trials.ts';

/** Runs in which ordinary months are measured: no differences, so luck does not cancel. */
const BASELINE_RUNS = 64;
/** An immediate effect of more than this many ordinary months means that a bound was reached. */
const BOUND_TIMES = 2;
/** Increase by which the effect of sellers' effort is measured. */
const EFFORT_STEP = 0.1;
/** Smallest effect that people believe in, as a share of the counter's monthly amount. */
const NOTICEABLE_SHARE = 0.005;
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

/** Whether the counter at a place of a layout is used: parts of counters are there to be paid on. */
function isFollowed({ counters, sliced }: Layout, place: number): boolean {
  return place >= counters.length - sliced.length || FOLLOWED.has(counters[place].id);
}

/** Kinds of beliefs held by the planners of a world; `total` if there are no planners. */
export function beliefKinds({ people }: RevenueWorld): readonly BeliefKind[] {
  const planners = people.filter((person) => roleOf(person).mind === 'planner');
  const isNaive = planners.some(({ beliefs }) => beliefs === 'naive');
  const isTotal = planners.length === 0 || planners.some(({ beliefs }) => beliefs !== 'naive');
  return [...(isTotal ? ['total' as const] : []), ...(isNaive ? ['naive' as const] : [])];
}

/**
 * Measures the effects of work in a world: each tactic in turn is sustained for some months at each of
 * several levels against the honest baseline, on common random numbers. The difference in month m, less
 * that in month m - 1, is the lag-m effect of one month of it. The belief therefore includes effects that
 * build up only under sustained use (lost trust above all). Deals count at expected value, which takes the
 * luck of single deals out of the differences. Between levels, effects follow a cubic that does not
 * overshoot. What slow work brings after those months follows from its carry-over.
 *
 * @param kinds `naive` is measured in the same world with unlimited selling time and no prospecting first:
 * conversion rates only
 */
export function measureBeliefs(
  world: RevenueWorld,
  kinds: readonly BeliefKind[] = beliefKinds(world),
): Beliefs {
  const ordinary = measuredMonths(world);
  const window = windowOf(world);
  const layout = layoutOf(world.slices);
  const nothing = nothingKnown(layout);
  const [lazy, harder] = playMonths(ordinary, nothing, [USUALLY, HARDER]);
  const bookingsPerEffortUsd = bookingsPerEffort(lazy, harder, world.sales.reps);
  const sellerEffort = usualEffort(world, bookingsPerEffortUsd);
  // Baseline moments are those of the actual world, whatever the beliefs about effects.
  const known = baselineOf(ordinary, layout, {
    ...nothing,
    bookingsPerEffortUsd,
    perEffort: perEffort(lazy, harder, layout, world.sales.reps),
    sellerEffort,
    signing: signingIn(lazy),
  });
  const { tactics } = compileCompany(ordinary, {}, known);
  const trials = trialsOf(tactics);
  const policies = trials.map(({ id, level }): Policy => ({ ...USUALLY, levels: { [id]: level } }));
  const isMeasured = (kind: BeliefKind) => kinds.includes(kind);
  const { daysPerMonth } = world.calendar;
  const knots = Object.fromEntries(
    tactics.map(({ definition: { id } }) => [id, knotsOf(trials.filter((trial) => trial.id === id))]),
  );
  const effects = (reference: Months, played: readonly Months[]) =>
    tactics.flatMap((tactic) => {
      const { id } = tactic.definition;
      const at = new Map(
        trials.flatMap((trial, t) => (trial.id === id ? [[trial.response, t] as const] : [])),
      );
      if (at.size === 0) return [];
      const gains = [...knots[id]].map((response) => {
        const t = at.get(response);
        if (t === undefined) return undefined;
        const measured = gainsByLag(played[t], reference);
        const tail = stillToCome(tactic, trials[t].level, daysPerMonth, window);
        const gains = withTail(measured, tail, window.settled);
        return tactic.productive ? withoutRebound(gains, reference.slots, known.baseline) : gains;
      });
      return effectsOf(id, { knots: knots[id], layout, baseline: known.baseline }, gains);
    });
  const [usual, ...total] = playMonths(ordinary, known, [USUALLY, ...(isMeasured('total') ? policies : [])]);
  const [unlimited, ...naive] = isMeasured('naive')
    ? playMonths(withUnlimitedTime(ordinary), known, [USUALLY, ...policies])
    : [];
  return {
    ...known,
    knots,
    effects: {
      ...(isMeasured('total') ? { total: effects(usual, total) } : {}),
      ...(isMeasured('naive') ? { naive: effects(unlimited, naive) } : {}),
    },
  };
}

/** Beliefs before anything is measured. */
function nothingKnown({ size }: Layout): Beliefs {
  return {
    lags: BELIEVED_LAGS,
    baseline: new Float64Array(size).fill(1),
    variance: new Float64Array(size),
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
  const [months] = playMonths(ordinary, bare, [{ levels: {} }], BASELINE_RUNS);
  const means = meansOf(months);
  const baseline = new Float64Array(layout.size);
  const variance = new Float64Array(layout.size);
  months.slots.forEach((slot, c) => {
    baseline[slot] = means[c];
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

/** What effects of a tactic are read against. */
interface Around {
  readonly knots: Float64Array;
  readonly layout: Layout;
  readonly baseline: Float64Array;
}

/** Noticeable effects, from the gains at a tactic's knots; undefined where nothing changes. */
function effectsOf(
  tactic: string,
  { knots, layout, baseline }: Around,
  gains: readonly (Float64Array | undefined)[],
): Effect[] {
  const { length } = knots;
  const slopes = new Float64Array(length);
  return firstSlots(layout).flatMap((slot, c) => {
    if (!isFollowed(layout, c)) return [];
    const found = {
      tactic,
      slot,
      values: new Float64Array(BELIEVED_LAGS * length),
      slopes: new Float64Array(BELIEVED_LAGS * length),
    };
    for (let lag = 0; lag < BELIEVED_LAGS; lag++) {
      const values = gains.map((gain) => gain?.[c * BELIEVED_LAGS + lag] ?? 0);
      monotoneSlopes(knots, values, slopes);
      found.values.set(values, lag * length);
      found.slopes.set(slopes, lag * length);
    }
    return isNoticeable(found.values, length, baseline[slot]) ? [found] : [];
  });
}

/** Whether an effect is noticeable at some knot. One that arises only through market saturation is not. */
function isNoticeable(values: Float64Array, knots: number, baseline: number): boolean {
  for (let n = 0; n < knots; n++) {
    let size = 0;
    for (let lag = 0; lag < BELIEVED_LAGS; lag++) size += Math.abs(values[lag * knots + n]);
    if (size > 0 && size >= NOTICEABLE_SHARE * baseline) return true;
  }
  return false;
}

/** Drops later effects of opposite sign where work hit a bound, such as a full queue. */
function withoutRebound(gains: Float64Array, slots: readonly number[], baseline: Float64Array): Float64Array {
  slots.forEach((slot, c) => {
    const at = c * BELIEVED_LAGS;
    const once = gains[at];
    if (!(Math.abs(once) > BOUND_TIMES * baseline[slot])) return;
    for (let lag = 1; lag < BELIEVED_LAGS; lag++) if (gains[at + lag] * once < 0) gains[at + lag] = 0;
  });
  return gains;
}

function perEffort(usual: Months, pushed: Months, { size }: Layout, reps: number): Float64Array {
  const gains = gainsByLag(pushed, usual);
  const bySlot = new Float64Array(size);
  usual.slots.forEach((slot, c) => {
    for (let lag = 0; lag < BELIEVED_LAGS; lag++)
      bySlot[slot] += gains[c * BELIEVED_LAGS + lag] / EFFORT_STEP / reps;
  });
  return bySlot;
}

function bookingsPerEffort(usual: Months, pushed: Months, reps: number): Float64Array {
  const c = usual.slots.indexOf(COUNTER.bookingsUsd);
  const byLag = gainsByLag(pushed, usual).subarray(c * BELIEVED_LAGS, (c + 1) * BELIEVED_LAGS);
  return byLag.map((bookings) => bookings / EFFORT_STEP / reps);
}
