import { chooseUnderOpacity, type Prospect } from '../../people/solver/opaqueChoice.ts';
import type { PayoutCurve } from '../../plans/payoutCurve.ts';
import { dot } from './dot.ts';
import { leastEffort, mostEffort } from './effortBounds.ts';
import { makePayCurve } from './makePayCurve.ts';
import { effortCostOf, type TextbookResponse, valueResponse } from './response.ts';
import { seenCovariance } from './seenMetric.ts';
import type { TextbookPlan, TextbookWorld } from './world.ts';

/** One pay scheme of the lottery, with its expected pay at baseline effort. */
interface Way extends Prospect {
  readonly meanUsd: number;
}

/**
 * Response to a lottery over pay components, drawn after the work is done. All pay must be linear in agents'
 * own metrics.
 *
 * @throws RangeError for kinked pay, gates and caps, and for metrics that depend on other agents
 */
export function respondToLot(world: TextbookWorld, plan: TextbookPlan): TextbookResponse {
  const { tasks, metrics } = world;
  const baseline = tasks.map((task) => task.baseline ?? 0);
  const covariance = metrics.map((_, a) => metrics.map((__, b) => seenCovariance(world, a, b)));
  const ways = makeWays(world, plan, baseline, covariance);
  const { change, valueUsd: netUsd } = chooseUnderOpacity(
    ways,
    Float64Array.from(world.effortCost.flat()),
    Float64Array.from(tasks, (task, k) => leastEffort(task) - baseline[k]),
    Float64Array.from(tasks, (task, k) => mostEffort(task) - baseline[k]),
    world.riskAversionPerUsd,
  );
  const moves = [...change];
  const effort = baseline.map((base, k) => base + moves[k]);
  const expectedPayUsd = ways.reduce(
    (sum, { chanceShare, meanUsd, slope }) => sum + chanceShare * (meanUsd + dot([...slope], moves)),
    0,
  );
  const answer = {
    effort,
    metricMean: metrics.map((metric) => dot(metric.loadings, effort)),
    metricSd: metrics.map((_, m) => Math.sqrt(covariance[m][m])),
    expectedPayUsd,
    settled: true,
  };
  return valueResponse(world, answer, netUsd + effortCostOf(world, effort));
}

function makeWays(
  world: TextbookWorld,
  plan: TextbookPlan,
  baseline: readonly number[],
  covariance: readonly (readonly number[])[],
): Way[] {
  const { tasks, metrics, riskAversionPerUsd } = world;
  const atBaseline = metrics.map((metric) => dot(metric.loadings, baseline));
  return (plan.drawn ?? []).map(({ chanceShare, components }) => {
    const whole = { ...plan, components: [...(plan.components ?? []), ...components] };
    if (plan.bonusCapUsd !== undefined || whole.components.some(({ gates = [] }) => gates.length > 0))
      throw new RangeError('pay that is drawn by lot must be without gates and caps');
    const curves = metrics.map((metric) => makePayCurve(whole, metric, world, baseline));
    refuseKinked(curves, world);
    const rates = curves.map((curve) => curve.slope);
    const meanUsd = curves.reduce(
      (sum, curve, m) => sum + curve.base + rates[m] * atBaseline[m],
      plan.baseUsdPerYear,
    );
    const variance = rates.reduce((sum, rate, m) => sum + rate * dot(covariance[m], rates), 0);
    const premiumUsd = 0.5 * riskAversionPerUsd * variance;
    const slope = Float64Array.from(tasks, (_, k) =>
      rates.reduce((sum, rate, m) => sum + rate * metrics[m].loadings[k], 0),
    );
    return { chanceShare, meanUsd, baseUsd: meanUsd - premiumUsd, slope };
  });
}

function refuseKinked(curves: readonly PayoutCurve[], { metrics }: TextbookWorld): void {
  const isKinked = curves.some((curve) => curve.knots.length > 0);
  if (isKinked || metrics.some(({ scope = 'own' }) => scope !== 'own'))
    throw new RangeError('pay that is drawn by lot must be straight, on metrics of scope own');
}
