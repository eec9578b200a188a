import { componentCurve } from '../../plans/componentCurve.ts';
import { JointPay } from '../../plans/jointPay.ts';
import type { PayoutCurve } from '../../plans/payoutCurve.ts';
import type { PaidMetrics } from './paidMetrics.ts';

/**
 * Non-separable pay: gates, a cap on the total, or kinks on metrics with correlated noise. Undefined if pay
 * is separable by metric, or linear in all of them.
 *
 * @param curves payout curve of each paid metric
 * @throws RangeError for contests among the metrics, and for what {@link JointPay} cannot value
 */
export function makeJointPay(
  { world, plan, used, covariance }: PaidMetrics,
  curves: readonly PayoutCurve[],
): JointPay | undefined {
  const components = plan.components ?? [];
  if (components.length === 0) return undefined;
  const isKinked = curves.some((curve) => curve.knots.length > 0);
  const isCorrelated = covariance.some((row, r) => row.some((value, c) => c !== r && value !== 0));
  const isGated = components.some(({ gates = [] }) => gates.length > 0);
  if (!isGated && plan.bonusCapUsd === undefined && !(isKinked && isCorrelated)) return undefined;
  if (used.some((m) => world.metrics[m].scope === 'best-of'))
    throw new RangeError('a contest cannot be valued together with other pay');
  const rowOf = (name: string) => used.findIndex((m) => world.metrics[m].name === name);
  return new JointPay({
    components: components.map((component) => ({
      row: rowOf(component.metric),
      curve: componentCurve(component, plan.bonusUsdPerYear ?? 0, false),
      gates: (component.gates ?? []).map(({ metric, level }) => ({ row: rowOf(metric), level })),
    })),
    covariance,
    ...(plan.bonusCapUsd === undefined ? {} : { capUsd: plan.bonusCapUsd }),
    riskAversionPerUsd: world.riskAversionPerUsd,
  });
}
