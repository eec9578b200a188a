import { dot } from './dot.ts';
import type { TextbookMetric, TextbookWorld } from './world.ts';

/** Mean contribution of the other agents to one agent's metric. */
export function addedByOthers(metric: TextbookMetric, agents: number, effort: readonly number[]): number {
  const each = dot(metric.loadings, effort);
  if (metric.scope === 'pooled') return (agents - 1) * each;
  return metric.scope === 'relative' ? -each : 0;
}

/**
 * Covariance of two metrics' noise, as one agent's pay sees them.
 *
 * @throws RangeError for metrics of different scope whose noise is correlated
 */
export function seenCovariance(world: TextbookWorld, a: number, b: number): number {
  const agents = world.agents ?? 1;
  const own = world.noise[a][b];
  const shared = world.sharedNoise?.[a][b] ?? 0;
  const [first, second] = [world.metrics[a].scope ?? 'own', world.metrics[b].scope ?? 'own'];
  if (a !== b && first !== second && (own !== 0 || shared !== 0))
    throw new RangeError('metrics of different scope must not share noise');
  if (first === 'pooled') return agents * own + agents * agents * shared;
  if (first === 'relative') return own * (1 + 1 / (agents - 1));
  return first === 'best-of' ? own : own + shared;
}
