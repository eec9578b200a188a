import type { RevenueWorld } from './world.ts';

/**
 * Chance per month, for small chances, that gaming at scale 1 is discovered: by audits, and by complaints as
 * far as what is done can be seen.
 */
export function discoveryRate(governance: RevenueWorld['governance']): number {
  return governance.auditRatePerMonth + governance.transparencyShare * governance.complaintRatePerMonth;
}
