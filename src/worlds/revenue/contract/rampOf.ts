import type { RevenueWorld } from './world.ts';

/** Share of a full day that a newcomer works so many months after the first. */
export function rampOf({ rampMonths, rampStartShare }: RevenueWorld['sales'], since: number): number {
  if (since >= rampMonths || rampStartShare === 1) return 1;
  // A filled chair is never wholly idle: no hours at all would mean that it is vacant.
  return Math.max(0.01, rampStartShare + ((1 - rampStartShare) * since) / rampMonths);
}
