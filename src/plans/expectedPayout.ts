import { normalCdf, normalDensity } from '../core/numeric/normal.ts';
import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/**
 * Expected pay when the metric is normal.
 *
 * Formula, with z_i = (mean - knot_i) / sd: base + slope mean + sum_i slopeChange_i [(mean - knot_i) Phi(z_i)
 * + sd phi(z_i)] + sum_i jump_i Phi(z_i); the curve itself when sd is 0.
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
 * Derivative of {@link expectedPayout} with respect to the mean, in dollars per unit of the metric.
 *
 * Formula: slope + sum_i slopeChange_i Phi(z_i) + sum_i jump_i phi(z_i) / sd. For sd 0 it is the slope just
 * above the mean; jumps do not count.
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
