import { bivariateNormalCdf } from '../core/numeric/bivariateNormal.ts';
import { exp, log } from '../core/numeric/elementary.ts';
import { normalCdf, normalDensity } from '../core/numeric/normal.ts';
import type { PayoutCurve } from './payoutCurve.ts';

/** A normal metric, and a gate that is met if another standard normal stays at or below a limit. */
export interface GatedMetric {
  mean: number;
  /** Above 0. */
  sd: number;
  limit: number;
  /** Correlation of the two. */
  correlation: number;
}

/**
 * Certainty equivalent of pay behind a gate, which is paid with a chance where the gate is met.
 *
 * Formula: -(1/r) ln(1 + q (E[exp(-r P) 1{met}] - P(met))), and q E[P 1{met}] for r = 0. On a linear piece
 * P = a + b x, tilting shifts the metric by -r b sd in standard deviations, and the gate's variable by the
 * correlation times that; what is left is a bivariate normal probability at both ends of the piece.
 *
 * @param keptShare q, the chance that it is paid
 */
export function gatedPay(
  curve: PayoutCurve,
  { mean, sd, limit, correlation }: Readonly<GatedMetric>,
  keptShare: number,
  riskAversionPerUsd: number,
): number {
  const { knots, slopeChanges, jumps } = curve;
  const r = riskAversionPerUsd * (curve.jumpSum + curve.slopeSum * sd) < 1e-8 ? 0 : riskAversionPerUsd;
  const own = Math.sqrt(1 - correlation * correlation);
  let a = curve.base;
  let b = curve.slope;
  let left = -Infinity;
  let sum = 0;
  for (let i = 0; i <= knots.length; i++) {
    const right = i < knots.length ? (knots[i] - mean) / sd : Infinity;
    if (right > left) {
      const tilt = -r * b * sd;
      const k = limit - correlation * tilt;
      const mass =
        bivariateNormalCdf(right - tilt, k, correlation) - bivariateNormalCdf(left - tilt, k, correlation);
      if (r > 0) sum += mass * exp(-r * (a + b * mean) + 0.5 * tilt * tilt);
      else {
        sum += (a + b * mean) * mass;
        if (b !== 0)
          sum +=
            b * sd * (meanUpTo(right, limit, correlation, own) - meanUpTo(left, limit, correlation, own));
      }
      left = right;
    }
    if (i === knots.length) break;
    a += jumps[i] - slopeChanges[i] * knots[i];
    b += slopeChanges[i];
  }
  return r > 0 ? -log(1 + keptShare * (sum - normalCdf(limit))) / r : keptShare * sum;
}

/** E[Z 1{Z <= u, V <= v}] of standard normals Z and V. */
function meanUpTo(u: number, v: number, correlation: number, own: number): number {
  if (u === -Infinity) return 0;
  const atV = correlation * normalDensity(v) * (u === Infinity ? 1 : normalCdf((u - correlation * v) / own));
  const atU = u === Infinity ? 0 : normalDensity(u) * normalCdf((v - correlation * u) / own);
  return -atU - atV;
}
