import { pow } from '../../core/numeric/elementary.ts';
import { normalQuantile } from '../../core/numeric/normal.ts';
import { componentCurve } from '../../plans/componentCurve.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from '../../plans/payoutCurve.ts';
import { dot } from './dot.ts';
import type { TextbookMetric, TextbookPlan, TextbookWorld } from './world.ts';

/** Number of steps in the distribution of the best rival; the error falls with its square. */
const PRIZE_STEPS = 1000;

/**
 * Sum of all components on one metric, as a function of the metric that the agent's pay sees.
 *
 * @param effort effort of every other agent: [task]
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
 * Expected prize against the best rival, whose result is random: small jumps at equal steps of probability.
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
