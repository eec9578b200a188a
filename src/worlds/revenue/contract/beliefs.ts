/**
 * What people believe that tactics do, measured in the world they live in.
 *
 * The default belief is the *total* effect: finite differences of the engine around its honest baseline under
 * common luck, congestion of the sales floor included. `naive` beliefs are measured in the same world with
 * selling time unlimited, that is, by conversion rates only. Both are made before a comparison and shared by
 * all arms with the same world.
 *
 * Only effects that somebody could notice are kept.
 */
export interface Beliefs {
  /** Months over which an effect is followed. */
  readonly lags: number;
  /** Mean and variance of each reported counter per month at the honest baseline: [slot]. */
  readonly baseline: Float64Array;
  readonly variance: Float64Array;
  /** Covariance per month of the two counters of each ratio in the metric catalogue. */
  readonly covariances: readonly Covariance[];
  /** Effects in full, and by conversion rates only, as far as somebody in the world believes in them. */
  readonly effects: Readonly<Partial<Record<BeliefKind, readonly Effect[]>>>;
  /**
   * Bookings of one rep gained, `lag` months after a month with one part more selling hours, in dollars:
   * [lag].
   */
  readonly bookingsPerEffortUsd: Float64Array;
}

/** `total`: congestion included. `naive`: conversion rates only. */
export type BeliefKind = 'total' | 'naive';

/** What one month of a tactic at one unit of response does to a reported counter, by lag in months. */
export interface Effect {
  /** Id of the tactic. */
  readonly tactic: string;
  /** First slot of the counter. */
  readonly slot: number;
  readonly effect: Float64Array;
  /** Change with the square of the response: how effects crowd each other out. 0 for productive tactics. */
  readonly bend: Float64Array;
}

export interface Covariance {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
}

/** Covariance per month of the counters of a ratio. */
export function covarianceOf({ covariances }: Beliefs, numerator: number, denominator: number): number {
  for (const each of covariances)
    if (each.numerator === numerator && each.denominator === denominator) return each.value;
  throw new Error(`no covariance of counters ${numerator} and ${denominator} was measured`);
}

/** Effect of a tactic on a counter; undefined where there is none that anybody could notice. */
export function effectOf(
  { effects }: Beliefs,
  kind: BeliefKind,
  tactic: string,
  slot: number,
): Effect | undefined {
  return effects[kind]?.find((effect) => effect.tactic === tactic && effect.slot === slot);
}
