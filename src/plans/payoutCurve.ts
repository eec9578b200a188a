import { exp, log } from '../core/numeric/elementary.ts';
import { fillNormalCdf, logIntervalMass, normalCdf, normalDensity } from '../core/numeric/normal.ts';

/**
 * Pay as a function of a metric: straight lines, kinks and jumps.
 *
 * Formula: P(x) = base + slope x + sum_i slopeChanges[i] (x - knots[i])^+ + sum_i jumps[i] 1{x >= knots[i]}.
 * Cliffs, thresholds, tiers, accelerators and caps are all of this form. Knots are in increasing order.
 * All amounts are US dollars, x is in the metric's unit.
 */
export interface PayoutCurve {
  readonly base: number;
  readonly slope: number;
  readonly knots: Float64Array;
  readonly slopeChanges: Float64Array;
  readonly jumps: Float64Array;
  /** Whether it consists of jumps only. */
  readonly isSteps: boolean;
  /** Sum of the sizes of all slopes, and of all jumps. */
  readonly slopeSum: number;
  readonly jumpSum: number;
  /** The most that one unit more can pay; infinite where pay jumps or falls. */
  readonly steepest: number;
}

/**
 * A curve from its kinks and jumps, in any order; those at the same place are added up.
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
  // A slope that is 0 but for rounding is no fall.
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

/** One curve that pays what several pay together on the same metric. */
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

/**
 * Expected pay when the metric is normal.
 *
 * Formula, with z_i = (mean - knot_i) / sd: base + slope mean + sum_i slopeChange_i [(mean - knot_i) Phi(z_i) + sd phi(z_i)]
 * + sum_i jump_i Phi(z_i); the curve itself when sd is 0.
 *
 * @param curve dollars as a function of the metric
 * @param mean forecast of the metric, in its unit
 * @param sd standard deviation of the forecast, 0 or more
 * @example expectedPayout(payoutCurve(0, 0, [{ at: 100, jump: 500 }]), 100, 10) // 250
 */
export function expectedPayout(curve: PayoutCurve, mean: number, sd: number): number {
  if (!(sd > 0)) return payoutAt(curve, mean);
  let pay = curve.base + curve.slope * mean;
  const { knots, slopeChanges, jumps } = curve;
  for (let i = 0; i < knots.length; i++) {
    const distance = mean - knots[i];
    const z = distance / sd;
    const p = normalCdf(z);
    if (slopeChanges[i] !== 0) pay += slopeChanges[i] * (distance * p + sd * normalDensity(z));
    pay += jumps[i] * p;
  }
  return pay;
}

/**
 * Derivative of {@link expectedPayout} by the mean, in dollars per unit of the metric.
 *
 * Formula: slope + sum_i slopeChange_i Phi(z_i) + sum_i jump_i phi(z_i) / sd.
 */
export function expectedPayoutSlope(curve: PayoutCurve, mean: number, sd: number): number {
  let slope = curve.slope;
  const { knots, slopeChanges, jumps } = curve;
  for (let i = 0; i < knots.length; i++) {
    if (!(sd > 0)) {
      if (mean >= knots[i]) slope += slopeChanges[i];
      continue;
    }
    const z = (mean - knots[i]) / sd;
    if (slopeChanges[i] !== 0) slope += slopeChanges[i] * normalCdf(z);
    if (jumps[i] !== 0) slope += (jumps[i] * normalDensity(z)) / sd;
  }
  return slope;
}

/**
 * Certainty equivalent of the pay for a person with constant absolute risk aversion, when the metric is normal.
 *
 * Formula: CE = -(1/r) ln E[exp(-r P(x))]. On each straight piece P = a + b x the integral is exact: exponential tilting moves the
 * mean to mean - r b sd^2, so E = sum over pieces of exp(-r (a + b mean) + (r b sd)^2 / 2) [Phi(right) - Phi(left)]. For linear pay this is mean - r/2
 * variance, exactly.
 *
 * @param riskAversionPerUsd r, 0 or more; 0 gives the expectation
 * @source constant absolute risk aversion with normal noise: Holmstrom & Milgrom, Econometrica 55 (1987) 303
 */
export function certaintyEquivalent(
  curve: PayoutCurve,
  mean: number,
  sd: number,
  riskAversionPerUsd: number,
): number {
  desk[MEAN] = mean;
  desk[SD] = sd;
  desk[AVERSION] = riskAversionPerUsd;
  value(curve);
  return desk[VALUE];
}

/** Numbers on their way into and out of {@link value}: as arguments of a function too large to be inlined they would be objects on the heap. */
const desk = new Float64Array(4);
const MEAN = 0;
const SD = 1;
const AVERSION = 2;
const VALUE = 3;

/** {@link certaintyEquivalent} from the desk to the desk. */
function value(curve: PayoutCurve): void {
  const r = desk[AVERSION];
  const sd = desk[SD];
  if (!(sd > 0)) desk[VALUE] = payoutAt(curve, desk[MEAN]);
  // Where risk is negligible, so is the premium, and a logarithm would lose its digits.
  else if (!(r > 0) || r * (curve.jumpSum + curve.slopeSum * sd) < 1e-8)
    desk[VALUE] = expectedPayout(curve, desk[MEAN], sd);
  else if (curve.isSteps && curve.knots.length === 1 && r * curve.jumpSum < PLAIN_EXPONENT) oneStep(curve);
  else if (curve.isSteps) desk[VALUE] = stepsEquivalent(curve, desk[MEAN], sd, r);
  else if (!pieces(curve)) desk[VALUE] = tiltedPieces(curve, desk[MEAN], sd, r);
}

/** One modest jump, from the desk to the desk: -(1/r) ln of the mean of two exponentials, the lower one being 1. */
function oneStep(curve: PayoutCurve): void {
  const r = desk[AVERSION];
  const z = (curve.knots[0] - desk[MEAN]) / desk[SD];
  edges[0] = z < 0 ? z : -z;
  fillNormalCdf(edges, 1, edges);
  const tail = edges[0];
  const below = z < 0 ? tail : 1 - tail;
  const above = z < 0 ? 1 - tail : tail;
  desk[VALUE] = curve.base - log(below + above * exp(-r * curve.jumps[0])) / r;
}

/** Places for the ends of the pieces of a curve, and the exponents on them. */
let edges = new Float64Array(16);
let exponents = new Float64Array(16);

/** The sum over pieces as it stands, from the desk to the desk, as long as no exponent is large; false when one is, or when the sum underflows. */
function pieces(curve: PayoutCurve): boolean {
  const { knots, slopeChanges, jumps } = curve;
  const mean = desk[MEAN];
  const sd = desk[SD];
  const r = desk[AVERSION];
  const count = knots.length + 1;
  if (edges.length < 2 * count) {
    edges = new Float64Array(4 * count);
    exponents = new Float64Array(4 * count);
  }
  const anchor = payoutAt(curve, mean);
  let a = curve.base;
  let b = curve.slope;
  let left = -Infinity;
  for (let i = 0; i < count; i++) {
    const right = i < knots.length ? knots[i] : Infinity;
    const rb = r * b * sd;
    const exponent = -r * (a + b * mean - anchor) + (rb * rb) / 2;
    if (exponent > PLAIN_EXPONENT || exponent < -PLAIN_EXPONENT) return false;
    exponents[i] = exponent;
    const from = (left - mean) / sd + rb;
    const to = (right - mean) / sd + rb;
    // Each piece's mass is taken from the side on which it is small.
    edges[2 * i] = from > 0 ? -to : from;
    edges[2 * i + 1] = from > 0 ? -from : to;
    if (i < knots.length) {
      a += jumps[i] - slopeChanges[i] * knots[i];
      b += slopeChanges[i];
      left = right;
    }
  }
  fillNormalCdf(edges, 2 * count, edges);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const mass = edges[2 * i + 1] - edges[2 * i];
    if (mass > 0) total += mass * exp(exponents[i]);
  }
  if (!(total > 1e-150)) return false;
  desk[VALUE] = anchor - log(total) / r;
  return true;
}

/** The same where exponents are large. */
function tiltedPieces(curve: PayoutCurve, mean: number, sd: number, r: number): number {
  const { knots, slopeChanges, jumps } = curve;
  const anchor = payoutAt(curve, mean);
  // Pass 1 finds the largest exponent, pass 2 sums relative to it, so that nothing overflows.
  let largest = -Infinity;
  for (let pass = 0; ; pass++) {
    let total = 0;
    let a = curve.base;
    let b = curve.slope;
    let left = -Infinity;
    for (let i = 0; i <= knots.length; i++) {
      const right = i < knots.length ? knots[i] : Infinity;
      const tilted = mean - r * b * sd * sd;
      const exponent =
        -r * (a + b * mean - anchor) +
        (r * b * sd * r * b * sd) / 2 +
        logIntervalMass((left - tilted) / sd, (right - tilted) / sd);
      if (pass === 0) largest = Math.max(largest, exponent);
      else if (exponent > -Infinity) total += exp(exponent - largest);
      if (i < knots.length) {
        a += jumps[i] - slopeChanges[i] * knots[i];
        b += slopeChanges[i];
        left = right;
      }
    }
    if (pass === 1) return anchor - (largest + log(total)) / r;
  }
}

/**
 * Derivative of {@link certaintyEquivalent} by the mean, in dollars per unit of the metric.
 *
 * Formula: E[P'(x) exp(-r P(x))] / E[exp(-r P(x))], where a jump J at knot k counts as phi((k - mean) / sd) / sd times
 * (exp(-r P(k-)) - exp(-r P(k+))) / r. Without risk aversion it is {@link expectedPayoutSlope}.
 */
export function certaintyEquivalentSlope(
  curve: PayoutCurve,
  mean: number,
  sd: number,
  riskAversionPerUsd: number,
): number {
  const r = riskAversionPerUsd;
  const { knots, slopeChanges, jumps } = curve;
  if (!(r > 0) || !(sd > 0) || knots.length === 0 || r * (curve.jumpSum + curve.slopeSum * sd) < 1e-8)
    return expectedPayoutSlope(curve, mean, sd);
  // Relative to the certainty equivalent, so that the denominator is 1 by definition.
  const anchor = certaintyEquivalent(curve, mean, sd, r);
  let total = 0;
  let a = curve.base;
  let b = curve.slope;
  let left = -Infinity;
  for (let i = 0; i <= knots.length; i++) {
    const right = i < knots.length ? knots[i] : Infinity;
    if (b !== 0) {
      const rb = r * b * sd;
      const mass = logIntervalMass((left - mean) / sd + rb, (right - mean) / sd + rb);
      const exponent = -r * (a + b * mean - anchor) + (rb * rb) / 2 + mass;
      if (exponent > -PLAIN_EXPONENT) total += b * exp(exponent);
    }
    if (i === knots.length) break;
    if (jumps[i] !== 0) {
      const z = (right - mean) / sd;
      const level = -r * (a + b * right - anchor) - 0.5 * z * z;
      // The larger of the two exponentials is taken out of the difference.
      const rise = r * jumps[i];
      const size = rise > 0 ? exp(level) * (1 - exp(-rise)) : exp(level - rise) * (exp(rise) - 1);
      total += (size * INVERSE_SQRT_TWO_PI) / (r * sd);
    }
    a += jumps[i] - slopeChanges[i] * knots[i];
    b += slopeChanges[i];
    left = right;
  }
  return total;
}

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Largest exponent that is summed as it is. */
const PLAIN_EXPONENT = 200;

/** A curve of jumps only: the mean of exp(-r level) over the steps, relative to the lowest level that has any weight. */
function stepsEquivalent(curve: PayoutCurve, mean: number, sd: number, r: number): number {
  const { knots, jumps } = curve;
  let lowest = Infinity;
  for (let pass = 0; ; pass++) {
    let total = 0;
    let level = 0;
    let above = 1;
    let below = 0;
    for (let i = 0; i <= knots.length; i++) {
      // Mass of this step, each tail taken from its own side.
      let mass = above;
      if (i < knots.length) {
        const z = (knots[i] - mean) / sd;
        const tail = normalCdf(z < 0 ? z : -z);
        const nextBelow = z < 0 ? tail : 1 - tail;
        const nextAbove = z < 0 ? 1 - tail : tail;
        mass = z < 0 ? nextBelow - below : above - nextAbove;
        below = nextBelow;
        above = nextAbove;
      }
      if (mass > 0) {
        if (pass === 0) lowest = Math.min(lowest, level);
        else total += mass * exp(-r * (level - lowest));
      }
      if (i < knots.length) level += jumps[i];
    }
    if (pass === 1) return curve.base + lowest - log(total) / r;
  }
}
