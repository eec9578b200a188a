import { dot } from './dot.ts';
import type { TextbookWorld } from './world.ts';

/** What one agent of a textbook world does under a plan, and what it is worth; every agent does the same. */
export interface TextbookResponse {
  readonly effort: readonly number[];
  /**
   * Mean of each metric that pay names (of all metrics where pay is drawn by lot) as one agent's pay sees it,
   * and its standard deviation.
   */
  readonly metricMean: readonly number[];
  readonly metricSd: readonly number[];
  readonly expectedPayUsd: number;
  readonly effortCostUsd: number;
  /** Certainty equivalent of pay less the cost of effort. */
  readonly certaintyEquivalentUsd: number;
  readonly riskPremiumUsd: number;
  /** Value to the firm of one agent's effort. */
  readonly valueUsd: number;
  /** Value less cost of effort less risk premium: what there is to share, one agent's part. */
  readonly surplusUsd: number;
  /** Whether agents who answer each other came to rest. */
  readonly settled: boolean;
}

/** What effort beyond the baseline costs an agent, in dollars. */
export function effortCostOf({ tasks, effortCost }: TextbookWorld, effort: readonly number[]): number {
  const change = effort.map((e, k) => e - (tasks[k].baseline ?? 0));
  return 0.5 * effortCost.reduce((sum, row, k) => sum + change[k] * dot(row, change), 0);
}

/** An answer with what it is worth to whom. */
export function valueResponse(
  world: TextbookWorld,
  answer: Pick<TextbookResponse, 'effort' | 'metricMean' | 'metricSd' | 'expectedPayUsd' | 'settled'>,
  payEquivalentUsd: number,
): TextbookResponse {
  const effortCostUsd = effortCostOf(world, answer.effort);
  const riskPremiumUsd = answer.expectedPayUsd - payEquivalentUsd;
  const valueUsd = world.tasks.reduce((sum, task, k) => sum + task.valueUsd * answer.effort[k], 0);
  return {
    ...answer,
    effortCostUsd,
    certaintyEquivalentUsd: payEquivalentUsd - effortCostUsd,
    riskPremiumUsd,
    valueUsd,
    surplusUsd: valueUsd - effortCostUsd - riskPremiumUsd,
  };
}
