import { seenCovariance } from './seenMetric.ts';
import type { TextbookPlan, TextbookWorld } from './world.ts';

/** Metrics that a plan's components pay on or gates refer to, as one agent's pay sees them. */
export interface PaidMetrics {
  readonly world: TextbookWorld;
  readonly plan: TextbookPlan;
  /** Their indices among the metrics of the world. */
  readonly used: readonly number[];
  /** Covariance matrix of their noise, by rows. */
  readonly covariance: readonly (readonly number[])[];
}

export function findPaidMetrics(world: TextbookWorld, plan: TextbookPlan): PaidMetrics {
  const named = namesIn(plan);
  const used = world.metrics.flatMap((metric, m) => (named.has(metric.name) ? [m] : []));
  const covariance = used.map((a) => used.map((b) => seenCovariance(world, a, b)));
  return { world, plan, used, covariance };
}

function namesIn({ components = [] }: TextbookPlan): Set<string> {
  return new Set(
    components.flatMap(({ metric, gates = [] }) => [metric, ...gates.map((gate) => gate.metric)]),
  );
}
