import type { RevenueWorld } from './world.ts';

/** Part of a full day that a newcomer works so many months after the first. */
export function rampOf({ rampMonths, rampStartShare }: RevenueWorld['sales'], since: number): number {
  if (since >= rampMonths || rampStartShare === 1) return 1;
  // A chair that is filled is never wholly idle: no hours at all would mean that it is empty.
  return Math.max(0.01, rampStartShare + ((1 - rampStartShare) * since) / rampMonths);
}
