/**
 * What people believe that tactics do, measured in the world they live in.
 *
 * The default belief is the *total* effect: finite differences of the engine around its honest baseline under common luck,
 * congestion of the sales floor included. `naive` beliefs are measured in the same world with selling time unlimited, that is, by conversion
 * rates only. Both are made before the comparison and are the same for all arms that share a world.
 */
export interface BeliefTable {
  /** Months over which an effect is followed. */
  readonly lags: number;
  /** Mean of each reported counter per month at the honest baseline: [counter]. */
  readonly baseline: Float64Array;
  /** Variance of each counter per month: [counter]. */
  readonly variance: Float64Array;
  /** Covariance of counters per month, for ratios: [counter * counters + counter]. */
  readonly covariance: Float64Array;
  /** Change of a reported counter, `lag` months after one month of the tactic at one unit of response: [(tactic * counters + counter) * lags + lag]. */
  readonly effect: Float64Array;
  /** Change with the square of the response, likewise: how effects crowd each other out. 0 for productive tactics. */
  readonly bend: Float64Array;
  /** Bookings of one rep gained, `lag` months after a month with one part more selling hours, in dollars: [lag]. */
  readonly bookingsPerEffortUsd: Float64Array;
}
