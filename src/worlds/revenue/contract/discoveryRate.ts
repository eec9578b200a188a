import { log } from '../../../core/numeric/elementary.ts';
import type { RevenueWorld } from './world.ts';

/** Monthly discovery hazard of gaming at scale 1: audits, plus complaints weighted by transparency. */
export function discoveryRate(governance: RevenueWorld['governance']): number {
  return governance.auditRatePerMonth + governance.transparencyShare * governance.complaintRatePerMonth;
}

/** Largest power that is reckoned with: a certain discovery would have an infinite hazard. */
const MOST_POWER = 0.999;

/** Hazard of discovery by one targeted audit of gaming at scale 1: at scale s it finds 1 - (1 - power)^s. */
export function targetedAuditHazard({ auditPowerShare }: RevenueWorld['governance']): number {
  return -log(1 - Math.min(MOST_POWER, auditPowerShare));
}
