import type { RevenueWorld } from './world.ts';

/** Ramp-up: share of a full day that a new hire works; `since` is 0 in the month of hire. */
export function rampOf({ rampMonths, rampStartShare }: RevenueWorld['sales'], since: number): number {
  if (since >= rampMonths || rampStartShare === 1) return 1;
  // A filled position is never wholly idle: zero hours would mean a vacancy.
  return Math.max(0.01, rampStartShare + ((1 - rampStartShare) * since) / rampMonths);
}
