import { dot } from './dot.ts';
import type { TextbookWorld } from './world.ts';

/** One agent's response to a plan in a textbook world, and its value; every agent responds alike. */
export interface TextbookResponse {
  readonly effort: readonly number[];
  /** Mean and standard deviation of each paid metric (or of all, if pay is drawn by lot), as pay sees it. */
  readonly metricMean: readonly number[];
  readonly metricSd: readonly number[];
  readonly expectedPayUsd: number;
  readonly effortCostUsd: number;
  /** Certainty equivalent of pay, net of the cost of effort. */
  readonly certaintyEquivalentUsd: number;
  readonly riskPremiumUsd: number;
  /** Value of one agent's effort to the firm. */
  readonly valueUsd: number;
  /** Surplus per agent: value less cost of effort less risk premium. */
  readonly surplusUsd: number;
  /** Whether best-response iteration converged. */
  readonly settled: boolean;
}

/** An agent's cost of effort beyond the baseline, in dollars: 1/2 (e - baseline)' C (e - baseline). */
export function effortCostOf({ tasks, effortCost }: TextbookWorld, effort: readonly number[]): number {
  const change = effort.map((e, k) => e - (tasks[k].baseline ?? 0));
  return 0.5 * effortCost.reduce((sum, row, k) => sum + change[k] * dot(row, change), 0);
}

/** Completes a response with its value to the agent and the firm. */
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
