import type { RevenueWorld } from '../contract/world.ts';

/** Scale of readiness under a beta distribution, which has no standard-deviation parameter. */
const BETA_SPREAD = 0.2;

/** Unit of a search over the definition of a qualified lead: a standard deviation of readiness. */
export function readinessSpread({ buyers }: RevenueWorld): number {
  return buyers.readinessShape === 'normal' ? buyers.readinessSd : BETA_SPREAD;
}
