/**
 * Pay as a function of a metric: piecewise linear with kinks and jumps.
 *
 * Formula: P(x) = base + slope x + sum_i slopeChanges[i] (x - knots[i])^+ + sum_i jumps[i] 1{x >= knots[i]}.
 * Cliffs, thresholds, tiers, accelerators and caps all have this form. Knots are in increasing order. Amounts
 * are in US dollars; x is in the metric's unit.
 */
export interface PayoutCurve {
  readonly base: number;
  readonly slope: number;
  readonly knots: Float64Array;
  readonly slopeChanges: Float64Array;
  readonly jumps: Float64Array;
  /** Whether it is a step function. */
  readonly isSteps: boolean;
  /** Sums of absolute values: the first slope and all slope changes; all jumps. */
  readonly slopeSum: number;
  readonly jumpSum: number;
  /** Maximum marginal pay, in dollars per unit; infinite if pay jumps or falls anywhere. */
  readonly steepest: number;
}

/**
 * Builds a curve from kinks and jumps in any order; those at the same point are added up.
 *
 * @example payoutCurve(0, 0, [{ at: 100, jump: 500 }]) // 500 dollars from 100 units
 */
export function payoutCurve(
  base: number,
  slope: number,
  kinks: readonly { readonly at: number; readonly slopeChange?: number; readonly jump?: number }[] = [],
): PayoutCurve {
  const byPlace = new Map<number, { slopeChange: number; jump: number }>();
  for (const { at, slopeChange = 0, jump = 0 } of kinks) {
    const known = byPlace.get(at);
    byPlace.set(at, {
      slopeChange: (known?.slopeChange ?? 0) + slopeChange,
      jump: (known?.jump ?? 0) + jump,
    });
  }
  const places = [...byPlace.keys()].sort((a, b) => a - b);
  const sum = (at: number, key: 'slopeChange' | 'jump') => byPlace.get(at)![key];
  const slopeChanges = Float64Array.from(places, (at) => sum(at, 'slopeChange'));
  const jumps = Float64Array.from(places, (at) => sum(at, 'jump'));
  const slopes = [slope];
  for (const change of slopeChanges) slopes.push(slopes[slopes.length - 1] + change);
  // Tolerates slopes that are negative only by rounding.
  const isRising =
    slopes.every((each) => each >= -1e-9 * Math.max(...slopes)) && jumps.every((jump) => jump === 0);
  return {
    base,
    slope,
    isSteps: slope === 0 && slopeChanges.every((change) => change === 0),
    knots: Float64Array.from(places),
    slopeChanges,
    jumps,
    slopeSum: slopeChanges.reduce((total, change) => total + Math.abs(change), Math.abs(slope)),
    jumpSum: jumps.reduce((total, jump) => total + Math.abs(jump), 0),
    steepest: isRising ? Math.max(...slopes) : Infinity,
  };
}

/** Sum of several curves on the same metric. */
export function sumOfCurves(curves: readonly PayoutCurve[]): PayoutCurve {
  return payoutCurve(
    curves.reduce((sum, curve) => sum + curve.base, 0),
    curves.reduce((sum, curve) => sum + curve.slope, 0),
    curves.flatMap((curve) =>
      [...curve.knots].map((at, i) => ({ at, slopeChange: curve.slopeChanges[i], jump: curve.jumps[i] })),
    ),
  );
}

/** Pay at a known value of the metric, in dollars. */
export function payoutAt(curve: PayoutCurve, x: number): number {
  let pay = curve.base + curve.slope * x;
  const { knots, slopeChanges, jumps } = curve;
  for (let i = 0; i < knots.length && x >= knots[i]; i++) pay += jumps[i] + slopeChanges[i] * (x - knots[i]);
  return pay;
}
