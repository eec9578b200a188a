import type { RevenueWorld } from '../contract/world.ts';

/** Scale of readiness where its distribution has no standard deviation of its own: a beta has bounds. */
const BETA_SPREAD = 0.2;

/** By what the definition of a qualified lead is moved in a search: a standard deviation of readiness. */
export function readinessSpread({ buyers }: RevenueWorld): number {
  return buyers.readinessShape === 'normal' ? buyers.readinessSd : BETA_SPREAD;
}
