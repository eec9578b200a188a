import { certaintyEquivalent } from '../../plans/certaintyEquivalent.ts';
import { expectedPayout } from '../../plans/expectedPayout.ts';
import { type PayoutCurve, payoutCurve } from '../../plans/payoutCurve.ts';
import { applyMotive } from './applyMotive.ts';
import { dot } from './dot.ts';
import { findRest, type Rest } from './findRest.ts';
import { findPaidMetrics, type PaidMetrics } from './paidMetrics.ts';
import { respondToLot } from './respondToLot.ts';
import { type TextbookResponse, valueResponse } from './response.ts';
import { addedByOthers } from './seenMetric.ts';
import type { TextbookPlan, TextbookWorld } from './world.ts';

export type { TextbookResponse } from './response.ts';

/**
 * Best response of a textbook world's agents to a plan, by the solver that also drives the planners of the
 * revenue world. If a metric depends on other agents, it is the symmetric equilibrium, found by best-response
 * iteration.
 *
 * Pay that is not separable by metric (gates, a cap on the total, kinks on correlated metrics) is valued
 * jointly, see `makeJointPay`. Pay that is drawn by lot has a solver of its own, see `respondToLot`.
 *
 * @throws RangeError for sizes that do not match, an asymmetric cost matrix, and pay that cannot be valued
 * @example
 * respond(world, { baseUsdPerYear: 0, components: [
 *   { metric: 'output', period: 'year', payout: { perUnitUsd: 0.5 } },
 * ] }).effort
 */
export function respond(given: TextbookWorld, plan: TextbookPlan): TextbookResponse {
  checkSizes(given);
  const world = applyMotive(given);
  if (plan.drawn !== undefined) return respondToLot(world, plan);
  const paid = findPaidMetrics(world, plan);
  return valueRest(paid, findRest(paid));
}

function checkSizes({ tasks, effortCost, metrics, noise }: TextbookWorld): void {
  const fits =
    effortCost.length === tasks.length &&
    effortCost.every(
      (row, i) => row.length === tasks.length && row.every((cost, j) => cost === effortCost[j][i]),
    ) &&
    metrics.every((metric) => metric.loadings.length === tasks.length) &&
    noise.length === metrics.length &&
    noise.every((row) => row.length === metrics.length);
  if (!fits)
    throw new RangeError('effort costs, loadings and noise must fit the number of tasks and metrics');
}

/** Values the agents' response at the fixed point. */
function valueRest(paid: PaidMetrics, { effort, curves, joint, settled }: Rest): TextbookResponse {
  const { world, plan, used, covariance } = paid;
  const metricMean = used.map((m) => {
    const metric = world.metrics[m];
    return dot(metric.loadings, effort) + addedByOthers(metric, world.agents ?? 1, effort);
  });
  const metricSd = used.map((_, r) => Math.sqrt(covariance[r][r]));
  const sumExpected = () =>
    curves.reduce((sum, curve, r) => sum + expectedPayout(curve, metricMean[r], metricSd[r]), 0);
  const base = plan.baseUsdPerYear;
  const expectedPayUsd = base + (joint?.expected(metricMean) ?? sumExpected());
  const equivalentUsd =
    base +
    (joint?.equivalent(metricMean) ??
      sumEquivalent(curves, metricMean, covariance, world.riskAversionPerUsd));
  return valueResponse(world, { effort, metricMean, metricSd, expectedPayUsd, settled }, equivalentUsd);
}

/** Certainty equivalent of pay that is separable by metric, or linear in all of them. */
function sumEquivalent(
  curves: readonly PayoutCurve[],
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
  riskAversionPerUsd: number,
): number {
  if (curves.every((curve) => curve.knots.length === 0)) {
    // Linear pay on normal metrics is itself normal.
    const rates = curves.map((curve) => curve.slope);
    const amount = curves.reduce((sum, curve, r) => sum + curve.base + curve.slope * mean[r], 0);
    const variance = rates.reduce((sum, rate, r) => sum + rate * dot(covariance[r], rates), 0);
    return certaintyEquivalent(
      payoutCurve(0, 1),
      amount,
      Math.sqrt(Math.max(0, variance)),
      riskAversionPerUsd,
    );
  }
  return curves.reduce(
    (sum, curve, r) =>
      sum + certaintyEquivalent(curve, mean[r], Math.sqrt(covariance[r][r]), riskAversionPerUsd),
    0,
  );
}
