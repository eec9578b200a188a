import { canonicalJson } from '../../../core/canonicalJson.ts';
import type { Beliefs, Levels, Moments } from '../contract/beliefs.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import type { BelievedPath } from '../minds/planner/believedPath.ts';
import {
  demandIn,
  MANY_REPLICATES,
  type Months,
  measuredMonths,
  playMonths,
  settledMoments,
  windowOf,
} from './ordinaryMonths.ts';

/** Largest relative error of the predicted month at the habit for which no interactions are measured. */
const BELIEVED_SHARE = 0.05;

/** Simulated months in which people keep to a habit, and what they know of it from experience. */
export class HabitMonths {
  private readonly world: RevenueWorld;
  private readonly beliefs: Beliefs;
  private readonly path: BelievedPath;
  /** First slots of the counters that somebody is paid on. */
  private readonly slots: readonly number[];
  /** Month from which effects count as settled. */
  private readonly settled: number;
  /** Demand of the months simulated. */
  private demand: Float64Array | undefined;
  /** Months already simulated, by the levels kept up. */
  private readonly played = new Map<string, Months>();

  constructor(world: RevenueWorld, beliefs: Beliefs, path: BelievedPath, slots: readonly number[]) {
    this.world = world;
    this.beliefs = beliefs;
    this.path = path;
    this.slots = slots;
    this.settled = windowOf(world).settled;
  }

  /** Whether separate effects predict a month at the habit, in every counter that is paid. */
  areAsBelieved(habit: Levels): boolean {
    const moments = this.momentsAt(habit);
    const believed = this.path.at(this.beliefs, habit);
    return this.slots.every((slot) => {
      const gap = Math.abs(this.settledIn(moments, slot) - believed(slot, this.settled));
      return gap <= BELIEVED_SHARE * Math.max(believed(slot, this.settled), this.beliefs.baseline[slot]);
    });
  }

  /** Simulated months at given levels, on common random numbers; each is simulated once. */
  at(all: readonly Levels[], runs: number): Months[] {
    const keys = all.map((levels) => canonicalJson([runs, levels]));
    const open = all.filter((_, i) => !this.played.has(keys[i]) && keys.indexOf(keys[i]) === i);
    const policies = open.map((levels): Policy => ({ levels, expectedDeals: true }));
    if (open.length > 0)
      playMonths(measuredMonths(this.world), this.beliefs, policies, runs).forEach((months, i) => {
        this.played.set(canonicalJson([runs, open[i]]), months);
      });
    return keys.map((key) => this.played.get(key)!);
  }

  /** Moments of the counters that are paid, in months at the habit. */
  private momentsAt(habit: Levels): Moments {
    const [months] = this.at([habit], MANY_REPLICATES);
    this.demand ??= demandIn(measuredMonths(this.world), months);
    return settledMoments(months, this.slots, this.beliefs.baseline.length, this.demand);
  }

  /** Settled amount of a counter: its baseline, and the change from ordinary months on the same luck. */
  private settledIn({ mean }: Moments, slot: number): number {
    return this.beliefs.baseline[slot] + mean[slot] - this.beliefs.usual.mean[slot];
  }

  /**
   * Beliefs with experience of the habit: how far the mean and the standard deviation of its months differ
   * from the prediction.
   */
  lived(beliefs: Beliefs, habit: Levels): Beliefs {
    const moments = this.momentsAt(habit);
    const believed = this.path.at(beliefs, habit);
    const atHabit = new Float64Array(beliefs.baseline.length);
    const spreadAtHabit = new Float64Array(beliefs.baseline.length).fill(1);
    for (const slot of this.slots) {
      atHabit[slot] = this.settledIn(moments, slot) - believed(slot, this.settled);
      spreadAtHabit[slot] = spreadAt(beliefs, moments, slot);
    }
    return { ...beliefs, atHabit, spreadAtHabit };
  }
}

/**
 * Standard deviation of a counter's months at a habit, as a multiple of that at the baseline.
 *
 * Simulated months count deals and answers at their expected value, so they show a part of the variance. The
 * rest is the luck of single deals and answers. It shrinks with their number; what gaming adds has no
 * sampling variance.
 *
 * Formula: sqrt(e s + (1 - e) min(1, g)), with e the share of the baseline's variance that simulated months
 * show, s the ratio of their variances at the habit and at the baseline, and g that of their means.
 *
 * @param moments of months at the habit, see {@link Beliefs.usual} for those at the baseline
 */
export function spreadAt(
  { usual, variance }: Pick<Beliefs, 'usual' | 'variance'>,
  { mean, sd }: Moments,
  slot: number,
): number {
  const shown = usual.sd[slot] * usual.sd[slot];
  const whole = Math.max(variance[slot], shown);
  if (!(whole > 0)) return 1;
  const number = usual.mean[slot] > 0 ? Math.min(1, Math.max(0, mean[slot] / usual.mean[slot])) : 1;
  return Math.sqrt((sd[slot] * sd[slot] + (whole - shown) * number) / whole);
}
