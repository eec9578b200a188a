import type { RevenueWorld } from './world.ts';

/** Monthly discovery hazard of gaming at scale 1: audits, plus complaints weighted by transparency. */
export function discoveryRate(governance: RevenueWorld['governance']): number {
  return governance.auditRatePerMonth + governance.transparencyShare * governance.complaintRatePerMonth;
}
