import type { Multiplier } from '../model/plan.ts';
import { type PayoutCurve, payoutCurve } from './payoutCurve.ts';

/**
 * Curve through points: linear between them, flat outside; two points at one place make a jump.
 *
 * @example payoutAt(curveThroughPoints([[0, 1], [10, 2]]), 5) // 1.5
 */
export function curveThroughPoints(points: Multiplier['points']): PayoutCurve {
  const kinks: { at: number; slopeChange: number; jump: number }[] = [];
  let slope = 0;
  for (let i = 0; i < points.length; i++) {
    const [at, value] = points[i];
    const next = points[i + 1];
    if (next !== undefined && next[0] === at) {
      kinks.push({ at, slopeChange: 0, jump: next[1] - value });
      continue;
    }
    const newSlope = next === undefined ? 0 : (next[1] - value) / (next[0] - at);
    kinks.push({ at, slopeChange: newSlope - slope, jump: 0 });
    slope = newSlope;
  }
  return payoutCurve(points.length > 0 ? points[0][1] : 0, 0, kinks);
}
