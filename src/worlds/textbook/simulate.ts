import { normalQuantile } from '../../core/numeric/normal.ts';
import { componentCurve } from '../../plans/compilePlan.ts';
import { payoutAt } from '../../plans/payoutCurve.ts';
import { luckKey, purposeOf, uniform } from '../../random/luck.ts';
import type { TextbookResponse } from './respond.ts';
import type { TextbookPlan, TextbookWorld } from './world.ts';

const NOISE = purposeOf(1);

/** What one agent was measured at and paid, by replicate. */
export interface TextbookSample {
  /** [metric][replicate] */
  readonly metrics: readonly Float64Array[];
  readonly payUsd: Float64Array;
  /** Pay less the cost of effort. */
  readonly netUsd: Float64Array;
}

/**
 * Draws the noise of agents who do not take in each other, and pays them through the same payroll as everybody else.
 *
 * @param answer what they do, see `respond`
 */
export function simulateTextbook(
  world: TextbookWorld,
  plan: TextbookPlan,
  answer: TextbookResponse,
  seed: string,
  replicates: number,
): TextbookSample {
  const root = cholesky(world.noise);
  const metrics = world.metrics.map(() => new Float64Array(replicates));
  const payUsd = new Float64Array(replicates).fill(plan.baseUsdPerYear);
  const payroll = (plan.components ?? []).map((component) => ({
    metric: world.metrics.findIndex((metric) => metric.name === component.metric),
    curve: componentCurve(component, plan.bonusUsdPerYear ?? 0, false),
  }));
  const luck = luckKey(seed, 0);
  for (let i = 0; i < replicates; i++) {
    const z = world.metrics.map((_, m) => normalQuantile(uniform(luck, i * metrics.length + m, NOISE)));
    for (let m = 0; m < metrics.length; m++) {
      let x = 0;
      for (let k = 0; k < answer.effort.length; k++) x += world.metrics[m].loadings[k] * answer.effort[k];
      for (let j = 0; j <= m; j++) x += root[m][j] * z[j];
      metrics[m][i] = x;
    }
    for (const { metric, curve } of payroll) payUsd[i] += payoutAt(curve, metrics[metric][i]);
  }
  return { metrics, payUsd, netUsd: payUsd.map((pay) => pay - answer.effortCostUsd) };
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(Math.max(0, sum)) : root[j][j] > 0 ? sum / root[j][j] : 0;
    }
  }
  return root;
}
