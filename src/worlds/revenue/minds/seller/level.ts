import { exp, log } from '../../../../core/numeric/elementary.ts';
import type { OrdinaryMonth } from '../../contract/game.ts';
import type { SellerWorths } from './worths.ts';

/** Factor between neighbouring levels. */
const STEP = 1.05;
const LOG_STEP = log(STEP);
const MOST_ROUNDS = 6;
/** Lower bound on expected bookings, as a multiple of those at baseline effort. */
const LEAST_TIMES = 0.05;

/** Mean and variance of an ordinary month's credited bookings. */
export interface Moments {
  readonly meanUsd: number;
  readonly variance: number;
}

/**
 * What sellers of one level expect of an ordinary month under their plan. Sellers know their own level: what
 * they book at baseline effort, which is skill times what the territory holds.
 */
export interface SellerLevel {
  /** Bookings at baseline effort, as a multiple of an average seller's. */
  readonly times: number;
  /** An ordinary month at the usual effort. */
  readonly ordinary: OrdinaryMonth;
  /** Worth of pay that looks beyond the month; undefined if none does. */
  readonly worths: SellerWorths | undefined;
  /** Level of bookings for which that is worked out. */
  readonly valuedAt: number;
  /** Usual effort, as a multiple of the baseline. */
  readonly usual: number;
  /** Marginal value of effort through later months and through paid log entries, in dollars. */
  readonly laterUsd: number;
}

/** Number of steps from an average seller to a level. */
export function stepsTo(times: number): number {
  return times > 0 ? Math.round(log(times) / LOG_STEP) : 0;
}

/** The level that many steps from an average seller. */
export function levelAt(steps: number): number {
  return exp(steps * LOG_STEP);
}

/**
 * Fixed point: the level of bookings that results from the effort chosen by those who expect it. Found by
 * iteration on a grid of levels, so that pay is valued at few of them; in a cycle, the last level tried.
 *
 * @param steps level at baseline effort
 * @param gainShare rise of bookings with effort, per unit of effort, as a share of bookings
 * @param effortAt effort chosen by somebody who expects bookings of this level
 */
export function settledSteps(steps: number, gainShare: number, effortAt: (steps: number) => number): number {
  const times = levelAt(steps);
  const tried = new Set<number>();
  let at = steps;
  while (true) {
    tried.add(at);
    const next = stepsTo(times * Math.max(LEAST_TIMES, 1 + gainShare * (effortAt(at) - 1)));
    // At a cliff in pay, levels may alternate.
    if (tried.has(next) || tried.size === MOST_ROUNDS) return at;
    at = next;
  }
}

/** Moments of the bookings of a level, given those of an average seller: more deals of the same sizes. */
export function momentsAt({ meanUsd, variance }: Moments, steps: number): Moments {
  const times = levelAt(steps);
  return { meanUsd: times * meanUsd, variance: times * variance };
}
