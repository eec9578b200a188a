import { exp, log } from '../core/numeric/elementary.ts';
import { fillNormalCdf, logIntervalMass, normalCdf } from '../core/numeric/normal.ts';
import { expectedPayout, expectedPayoutSlope } from './expectedPayout.ts';
import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/**
 * Certainty equivalent of pay under constant absolute risk aversion, when the metric is normal.
 *
 * Formula: CE = -(1/r) ln E[exp(-r P(x))]. The integral is exact on each linear piece P = a + b x, where
 * exponential tilting shifts the mean of x to mean - r b sd^2. E is the sum over pieces of
 * exp(-r (a + b mean) + (r b sd)^2 / 2) [Phi(right) - Phi(left)]. There, left and right are the ends of the
 * piece in standard deviations from the shifted mean. For linear pay, CE is expected pay less r/2 times its
 * variance.
 *
 * @param sd standard deviation of the metric; 0 gives pay at the mean
 * @param riskAversionPerUsd r, 0 or more; 0 gives the expectation
 * @source constant absolute risk aversion with normal noise: Holmstrom & Milgrom, Econometrica 55 (1987) 303
 */
export function certaintyEquivalent(
  curve: PayoutCurve,
  mean: number,
  sd: number,
  riskAversionPerUsd: number,
): number {
  scratch[MEAN] = mean;
  scratch[SD] = sd;
  scratch[AVERSION] = riskAversionPerUsd;
  value(curve);
  return scratch[VALUE];
}

/** Buffer for arguments and results: numbers that pass a function too large to inline would be boxed. */
const scratch = new Float64Array(4);
const MEAN = 0;
const SD = 1;
const AVERSION = 2;
const VALUE = 3;

/** Certainty equivalent. Reads its arguments from `scratch` and writes the result there. */
function value(curve: PayoutCurve): void {
  const r = scratch[AVERSION];
  const sd = scratch[SD];
  if (!(sd > 0)) scratch[VALUE] = payoutAt(curve, scratch[MEAN]);
  // Where risk is negligible, so is the premium, and a logarithm would lose precision.
  else if (!(r > 0) || r * (curve.jumpSum + curve.slopeSum * sd) < 1e-8)
    scratch[VALUE] = expectedPayout(curve, scratch[MEAN], sd);
  else if (curve.isSteps && curve.knots.length === 1 && r * curve.jumpSum < PLAIN_EXPONENT) oneStep(curve);
  else if (curve.isSteps) scratch[VALUE] = stepsEquivalent(curve, scratch[MEAN], sd, r);
  else if (!pieces(curve)) scratch[VALUE] = tiltedPieces(curve, scratch[MEAN], sd, r);
}

/** Closed form for one modest jump: base - (1/r) ln(P(below) + P(above) exp(-r jump)). Works on `scratch`. */
function oneStep(curve: PayoutCurve): void {
  const r = scratch[AVERSION];
  const z = (curve.knots[0] - scratch[MEAN]) / scratch[SD];
  edges[0] = z < 0 ? z : -z;
  fillNormalCdf(edges, 1, edges);
  const tail = edges[0];
  const below = z < 0 ? tail : 1 - tail;
  const above = z < 0 ? 1 - tail : tail;
  scratch[VALUE] = curve.base - log(below + above * exp(-r * curve.jumps[0])) / r;
}

/** Buffers for the ends of a curve's pieces and the exponents on them. */
let edges = new Float64Array(16);
let exponents = new Float64Array(16);

/**
 * Certainty equivalent by direct summation over pieces, on `scratch`. Returns false if an exponent is too
 * large in absolute value, or the sum too small.
 */
function pieces(curve: PayoutCurve): boolean {
  const { knots, slopeChanges, jumps } = curve;
  const mean = scratch[MEAN];
  const sd = scratch[SD];
  const r = scratch[AVERSION];
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
    // Mass of each piece, computed in the tail in which it is small, to keep precision.
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
  scratch[VALUE] = anchor - log(total) / r;
  return true;
}

/** Certainty equivalent by summation over pieces in logarithms, for large exponents. */
function tiltedPieces(curve: PayoutCurve, mean: number, sd: number, r: number): number {
  const { knots, slopeChanges, jumps } = curve;
  const anchor = payoutAt(curve, mean);
  // Log-sum-exp: the first pass finds the largest exponent, the second sums relative to it.
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
 * Derivative of {@link certaintyEquivalent} with respect to the mean, in dollars per unit of the metric.
 *
 * Formula: E[P'(x) exp(-r P(x))] / E[exp(-r P(x))], where a jump at knot k counts as phi((k - mean) / sd) /
 * sd times (exp(-r P(k-)) - exp(-r P(k+))) / r. For r = 0 or sd = 0 it is {@link expectedPayoutSlope}.
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
  // Normalised by the certainty equivalent, which makes the denominator 1.
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
      // Factor out the larger exponential, to avoid overflow.
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

/** Maximum absolute value of an exponent that is summed directly. */
const PLAIN_EXPONENT = 200;

/**
 * Certainty equivalent of a step curve, from the mean of exp(-r level) over the steps. Levels are measured
 * from the lowest one with any mass.
 */
function stepsEquivalent(curve: PayoutCurve, mean: number, sd: number, r: number): number {
  const { knots, jumps } = curve;
  let lowest = Infinity;
  for (let pass = 0; ; pass++) {
    let total = 0;
    let level = 0;
    let above = 1;
    let below = 0;
    for (let i = 0; i <= knots.length; i++) {
      // Mass of this step, each tail computed from its own side, to keep precision.
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
