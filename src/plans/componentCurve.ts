import { MONTHS_IN, type Payout, type PlanComponent } from '../model/plan.ts';
import { curveThroughPoints } from './multiplierCurve.ts';
import { type PayoutCurve, payoutCurve } from './payoutCurve.ts';

/**
 * Payout curve of a component: dollars per period as a function of the metric.
 *
 * Attainment is metric / target if higher is better and 2 - metric / target if lower is better. Both are 1 on
 * target, and a result 10% better than target raises both by 0.1.
 *
 * @param bonusUsdPerYear the person's total target bonus
 * @param lowerIsBetter direction of the metric
 */
export function componentCurve(
  component: Omit<PlanComponent, 'multiplier' | 'scope'>,
  bonusUsdPerYear: number,
  lowerIsBetter: boolean,
): PayoutCurve {
  const { payout } = component;
  if (typeof payout === 'object' && 'perUnitUsd' in payout) return payoutCurve(0, payout.perUnitUsd);
  const bonus = (bonusUsdPerYear * (component.weightShare ?? 0) * MONTHS_IN[component.period]) / 12;
  const target = component.targets?.[0] ?? component.target ?? 1;
  // A matrix is not a curve: payroll reads its table.
  if (typeof payout === 'object' && 'matrix' in payout) return payoutCurve(0, 0);
  const inAttainment = attainmentCurve(payout, lowerIsBetter);
  if (!lowerIsBetter) {
    return payoutCurve(
      inAttainment.base * bonus,
      (inAttainment.slope * bonus) / target,
      inAttainment.kinks.map(({ at, slopeChange, jump }) => ({
        at: at * target,
        slopeChange: (slopeChange * bonus) / target,
        jump: jump * bonus,
      })),
    );
  }
  // Mirror: with a = 2 - x / target, (a - k)^+ = (k' - x)^+ / target where k' = (2 - k) target, and
  // (k' - x)^+ = (k' - x) + (x - k')^+; 1{a >= k} = 1 - 1{x > k'}.
  let base = inAttainment.base + 2 * inAttainment.slope;
  let slope = -inAttainment.slope / target;
  const kinks = inAttainment.kinks.map(({ at: attainment, slopeChange, jump }) => {
    const mirrored = (2 - attainment) * target;
    base += (slopeChange * mirrored) / target + jump;
    slope -= slopeChange / target;
    // A result exactly at a knot still earns its jump, which is lost from a rounding error beyond it.
    const at = jump === 0 ? mirrored : Math.max(mirrored * (1 + Number.EPSILON), Number.MIN_VALUE);
    return { at, slopeChange: (slopeChange / target) * bonus, jump: -jump * bonus };
  });
  return payoutCurve(base * bonus, slope * bonus, kinks);
}

interface AttainmentCurve {
  base: number;
  slope: number;
  kinks: { at: number; slopeChange: number; jump: number }[];
}

/**
 * Payout as a function of attainment, in shares of the target bonus. It is never below 0: the attainment of a
 * lower-is-better metric can be, from twice the target on.
 */
function attainmentCurve(
  payout: Exclude<Payout, { perUnitUsd: number } | { matrix: unknown }>,
  lowerIsBetter: boolean,
): AttainmentCurve {
  if (payout === 'cliff') return { base: 0, slope: 0, kinks: [{ at: 1, slopeChange: 0, jump: 1 }] };
  if (payout === 'linear') return attainmentCurve({ linear: true }, lowerIsBetter);
  if ('points' in payout) {
    const { base, knots, slopeChanges, jumps } = curveThroughPoints(payout.points);
    const kinks = [...knots].map((at, i) => ({ at, slopeChange: slopeChanges[i], jump: jumps[i] }));
    return { base, slope: 0, kinks };
  }
  const threshold = payout.thresholdShare ?? 0;
  const kinks = [];
  const startsAtZero = threshold === 0 && lowerIsBetter;
  if (threshold > 0 || startsAtZero) kinks.push({ at: threshold, slopeChange: 1, jump: threshold });
  if (payout.capShare !== undefined) kinks.push({ at: payout.capShare, slopeChange: -1, jump: 0 });
  return { base: 0, slope: threshold > 0 || startsAtZero ? 0 : 1, kinks };
}
