import { monotoneSlopes } from '../../../core/numeric/monotoneCubic.ts';
import { type Layout, layoutOf } from '../catalogue/counters.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { compileCompany } from '../compile/company.ts';
import type { BeliefKind, Beliefs, Effect, Moments } from '../contract/beliefs.ts';
import type { CompiledTactic } from '../contract/company.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import {
  BELIEVED_LAGS,
  demandIn,
  firstSlots,
  gainsByLag,
  MANY_REPLICATES,
  type Months,
  measuredMonths,
  playMonths,
  REPLICATES,
  settledMoments,
  windowOf,
} from './ordinaryMonths.ts';
import { stillToCome, withTail } from './slowWork.ts';
import { knotsOf, type Trial, trialsOf } from './trials.ts';

/** Levels of work whose effects are small against their sampling error. */
const SMALL = { least: 0.5, most: 2 } as const;
/** An immediate effect of more than this many ordinary months means that a bound was reached. */
const BOUND_TIMES = 2;
/** Smallest effect that people believe in, as a share of the counter's monthly amount. */
const NOTICEABLE_SHARE = 0.005;
/** Hours per day that stand for unlimited time. */
const UNLIMITED_HOURS = 24 * 50;
/** Levels that are tried in one part of the measurement, about. */
const LEVELS_OF_PART = 32;

/** The honest baseline, with deals at their expected value. */
export const USUALLY: Policy = { levels: {}, expectedDeals: true };

/** Counters whose effects are used: those of metrics, and those of the one-mind benchmark. */
const FOLLOWED = new Set<string>([
  ...METRICS.flatMap(({ numerator, denominator }) => [numerator, denominator ?? numerator]),
  'bookingsUsd',
  'marketingSpendUsd',
]);

/** Whether the counter at a place of a layout is used: parts of counters are there to be paid on. */
export function isFollowed({ counters, sliced }: Layout, place: number): boolean {
  return place >= counters.length - sliced.length || FOLLOWED.has(counters[place].id);
}

/** A part of the effects of a world: those of some tactics, by id, as one kind of belief has them. */
export interface EffectsPart {
  readonly kind: BeliefKind;
  readonly tactics: readonly string[];
}

/** What was measured of a part. */
export interface MeasuredPart {
  readonly kind: BeliefKind;
  /** Responses at which each tactic was tried, 0 among them. */
  readonly knots: Readonly<Record<string, Float64Array>>;
  readonly effects: readonly Effect[];
  /** Months without gaming in which deals count at their expected value. */
  readonly usual: Moments;
}

/** The effects of a world in parts of about the same work, in the order of its tactics. */
export function partsOfEffects(
  world: RevenueWorld,
  ordinary: Beliefs,
  kinds: readonly BeliefKind[],
): EffectsPart[] {
  const { tactics } = compileCompany(measuredMonths(world), {}, ordinary);
  const levels = trialsOf(tactics).length;
  const parts = Math.max(1, Math.round(levels / LEVELS_OF_PART));
  const lists = Array.from({ length: parts }, (): string[] => []);
  let before = 0;
  for (const tactic of tactics) {
    lists[Math.min(parts - 1, Math.floor((before * parts) / Math.max(1, levels)))].push(tactic.definition.id);
    before += trialsOf([tactic]).length;
  }
  return kinds.flatMap((kind) => lists.map((ids) => ({ kind, tactics: ids })));
}

/**
 * Measures the effects of work in a world: each tactic in turn is sustained for some months at each of
 * several levels against the honest baseline, on common random numbers. The difference in month m, less
 * that in month m - 1, is the lag-m effect of one month of it. The belief therefore includes effects that
 * build up only under sustained use (lost trust above all). Deals count at expected value, which takes the
 * luck of single deals out of the differences. Between levels, effects follow a cubic that does not
 * overshoot. What slow work brings after those months follows from its carry-over.
 *
 * `naive` effects are those of the same world with unlimited selling time and no prospecting: conversion
 * rates only.
 *
 * @param ordinary what is known of the world's ordinary months
 */
export function measureEffects(
  world: RevenueWorld,
  ordinary: Beliefs,
  { kind, tactics: ids }: EffectsPart,
): MeasuredPart {
  const measured = measuredMonths(world);
  const own = compileCompany(measured, {}, ordinary).tactics.filter(({ definition }) =>
    ids.includes(definition.id),
  );
  const trials = trialsOf(own);
  const place = kind === 'naive' ? withUnlimitedTime(measured) : measured;
  const isSmall = ({ id, level }: Trial) =>
    level >= SMALL.least &&
    level <= SMALL.most &&
    own.some((each) => each.definition.id === id && each.productive);
  const play = (some: readonly Trial[], runs: number) => {
    const policies = some.map(({ id, level }): Policy => ({ ...USUALLY, levels: { [id]: level } }));
    const [usual, ...months] = playMonths(place, ordinary, [USUALLY, ...policies], runs);
    return { usual, played: some.map((trial, t) => ({ ...trial, months: months[t] })) };
  };
  // The first runs of both are the same.
  const { usual, played: small } = play(trials.filter(isSmall), MANY_REPLICATES);
  const { played: large } = play(
    trials.filter((trial) => !isSmall(trial)),
    REPLICATES,
  );
  const around = {
    world,
    layout: layoutOf(world.slices),
    baseline: ordinary.baseline,
    usual,
    demand: demandIn(place, usual),
  };
  const knots = Object.fromEntries(
    own.map(({ definition: { id } }) => [id, knotsOf(trials.filter((trial) => trial.id === id))]),
  );
  const effects = own.flatMap((tactic) => {
    const { id } = tactic.definition;
    const tried = [...small, ...large].filter((trial) => trial.id === id);
    return tried.length === 0 ? [] : effectsOf(tactic, knots[id], tried, around);
  });
  const { layout, demand } = around;
  return { kind, knots, effects, usual: settledMoments(usual, usual.slots, layout.size, demand) };
}

/** Beliefs with the effects that were measured in parts. */
export function withEffects(ordinary: Beliefs, parts: readonly MeasuredPart[]): Beliefs {
  const effects: Partial<Record<BeliefKind, readonly Effect[]>> = {};
  for (const { kind, effects: some } of parts) effects[kind] = [...(effects[kind] ?? []), ...some];
  const { usual = ordinary.usual } = parts.find(({ kind }) => kind === 'total') ?? {};
  return { ...ordinary, usual, knots: Object.assign({}, ...parts.map(({ knots }) => knots)), effects };
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

/** What effects are read against. */
interface Around {
  readonly world: RevenueWorld;
  readonly layout: Layout;
  readonly baseline: Float64Array;
  /** Months at the honest baseline, and their demand. */
  readonly usual: Months;
  readonly demand: Float64Array;
}

/** Noticeable effects of a tactic, from what was played at its levels. */
function effectsOf(
  tactic: CompiledTactic,
  knots: Float64Array,
  tried: readonly (Trial & { readonly months: Months })[],
  { world, layout, baseline, usual, demand }: Around,
): Effect[] {
  const window = windowOf(world);
  const { length } = knots;
  const gains = [...knots].map((knot) => {
    const trial = tried.find(({ response }) => response === knot);
    if (trial === undefined) return undefined;
    const tail = stillToCome(tactic, trial.level, world.calendar.daysPerMonth, window);
    const gained = withTail(gainsByLag(trial.months, usual, demand), tail, window.settled);
    return tactic.productive ? withoutRebound(gained, usual.slots, baseline) : gained;
  });
  const slopes = new Float64Array(length);
  return firstSlots(layout).flatMap((slot, c) => {
    if (!isFollowed(layout, c)) return [];
    const found = {
      tactic: tactic.definition.id,
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
