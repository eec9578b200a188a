/**
 * Beliefs about the effects of tactics, measured in the world that people live in.
 *
 * The default belief is the *total* effect: finite differences of the engine around its honest baseline with
 * common random numbers, including congestion of the sales floor. `naive` beliefs are measured in the same
 * world with unlimited selling time and no prospecting, so they reflect conversion rates only. Each kind that
 * someone holds is measured before a comparison and shared by all arms in which work has the same effects.
 *
 * Only effects large enough to notice are kept.
 */
export interface Beliefs {
  /** Months over which an effect is tracked. */
  readonly lags: number;
  /** Mean and variance of each counter's reported monthly amount at the honest baseline: [first slot]. */
  readonly baseline: Float64Array;
  readonly variance: Float64Array;
  /** The same of months in which nobody games and deals count at their expected value. */
  readonly usual: Moments;
  /** Monthly covariance of the reported amounts of two counters: [first slot * slots + first slot]. */
  readonly covariances: Float64Array;
  /** Responses at which the effects of each tactic were measured, increasing, 0 among them: by tactic. */
  readonly knots: Readonly<Record<string, Float64Array>>;
  /** Total effects and conversion-only effects, as far as someone in the world believes in them. */
  readonly effects: Readonly<Partial<Record<BeliefKind, readonly Effect[]>>>;
  /**
   * Simulated less predicted monthly amount of each reported counter at everybody's habit: [first slot].
   * Absent if no interactions were measured.
   */
  readonly atHabit?: Float64Array;
  /**
   * Standard deviation of each reported counter's month at everybody's habit, as a multiple of that at the
   * baseline: [first slot]. Absent as {@link atHabit} is.
   */
  readonly spreadAtHabit?: Float64Array;
  /**
   * What each of several planners usually does, by name, in multiples of their own baseline: the others
   * expect it. Absent if there is one planner.
   */
  readonly habits?: Readonly<Record<string, Levels>>;
  /** Whether people who could game refrain from it, because their simulated net is higher without. */
  readonly refrains?: boolean;
  /** Gaming tactics that each person drops because they do not pay: ids by name. */
  readonly leaves?: Readonly<Record<string, readonly string[]>>;
  /** Sellers' effort at the honest baseline: that under the commission that the world names. */
  readonly sellerEffort: number;
  /** One rep's extra bookings per unit of extra selling effort, `lag` months later, in dollars: [lag]. */
  readonly bookingsPerEffortUsd: Float64Array;
  /** What a month of one rep's extra effort adds to each reported counter in all, per unit: [first slot]. */
  readonly perEffort: Float64Array;
  /** New contracts of an ordinary month. */
  readonly signing: Signing;
}

/** Mean at mean demand, and standard deviation, of each counter's month: [first slot]. */
export interface Moments {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** Levels of tactics, by id. */
export type Levels = Readonly<Record<string, number>>;

/** New contracts of an ordinary month at the honest baseline. */
export interface Signing {
  readonly winsPerMonth: number;
  /** Mean value of a contract, in dollars. */
  readonly usdEach: number;
  /** Mean chance of churn at the end of a term. */
  readonly churnShare: number;
}

/** `total`: congestion included. `naive`: conversion rates only. */
export type BeliefKind = 'total' | 'naive';

/**
 * Effect of a month of a tactic on a reported counter, by lag in months, as a curve over the response: a
 * cubic between the tactic's knots.
 */
export interface Effect {
  readonly tactic: string;
  /** First slot of the counter. */
  readonly slot: number;
  /** Change of the counter at each knot, and slope of the curve there: [lag * knots + knot]. */
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Monthly covariance of two counters, by their first slots. */
export function covarianceOf({ covariances, baseline }: Beliefs, one: number, other: number): number {
  return covariances[one * baseline.length + other];
}

/** The same at everybody's habit. */
export function covarianceAtHabit(beliefs: Beliefs, one: number, other: number): number {
  const { spreadAtHabit: spread } = beliefs;
  const covariance = covarianceOf(beliefs, one, other);
  return spread === undefined ? covariance : covariance * spread[one] * spread[other];
}

/**
 * Effect of a tactic on a counter, by the counter's first slot. It is undefined if the effect is too small to
 * notice or nobody holds beliefs of this kind.
 */
export function effectOf(
  { effects }: Beliefs,
  kind: BeliefKind,
  tactic: string,
  slot: number,
): Effect | undefined {
  return effects[kind]?.find((effect) => effect.tactic === tactic && effect.slot === slot);
}

/** Two counters of a ratio, by their first slots, and their monthly covariance. */
export interface RatioSlots {
  readonly numerator: number;
  readonly denominator: number;
  readonly covariance: number;
}

/**
 * Standard deviation of a ratio of two counters over some months, by the delta method.
 *
 * Formula: sqrt(months (var N - 2 R cov(N, D) + R^2 var D)) / D, with monthly variances.
 *
 * @param ratio its expected value, R
 * @param bottom expected denominator of all months, D
 */
export function ratioDeviation(
  { variance }: Beliefs,
  { numerator, denominator, covariance }: RatioSlots,
  ratio: number,
  bottom: number,
  months: number,
): number {
  const spread = variance[numerator] - 2 * ratio * covariance + ratio * ratio * variance[denominator];
  return Math.sqrt(months * Math.max(0, spread)) / bottom;
}
