import { pow } from '../../core/numeric/elementary.ts';
import { normalQuantile } from '../../core/numeric/normal.ts';
import { componentCurve } from '../../plans/componentCurve.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from '../../plans/payoutCurve.ts';
import { dot } from './dot.ts';
import type { TextbookMetric, TextbookPlan, TextbookWorld } from './world.ts';

/** Steps in which the best of the others is taken: errors fall with their square. */
const PRIZE_STEPS = 1000;

/**
 * All components that pay on one metric, as one curve in what the agent's pay sees of it.
 *
 * @param effort what all the others do
 */
export function makePayCurve(
  plan: TextbookPlan,
  metric: TextbookMetric,
  world: TextbookWorld,
  effort: readonly number[],
): PayoutCurve {
  const parts = (plan.components ?? []).filter((component) => component.metric === metric.name);
  const curve = sumOfCurves(
    parts.map((component) => componentCurve(component, plan.bonusUsdPerYear ?? 0, false)),
  );
  return metric.scope === 'best-of' ? makeContestCurve(curve, metric, world, effort) : curve;
}

/**
 * The prize of a contest is won against the best of the others, whose place is random: in equal steps of
 * probability, each a small jump.
 */
function makeContestCurve(
  curve: PayoutCurve,
  metric: TextbookMetric,
  world: TextbookWorld,
  effort: readonly number[],
): PayoutCurve {
  const rivals = (world.agents ?? 1) - 1;
  const m = world.metrics.indexOf(metric);
  const sd = Math.sqrt(world.noise[m][m]);
  const prize = curve.jumps.reduce((sum, jump) => sum + jump, 0);
  const middle = dot(metric.loadings, effort);
  return payoutCurve(
    curve.base,
    0,
    Array.from({ length: PRIZE_STEPS }, (_, i) => ({
      at: middle + sd * normalQuantile(pow((i + 0.5) / PRIZE_STEPS, 1 / rivals)),
      jump: prize / PRIZE_STEPS,
    })),
  );
}
