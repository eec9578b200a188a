import { REPORTED, SOUND, TRUE } from '../../contract/counters.ts';

/** Adds an amount that is not gamed to all three ledgers. */
export function addToAll(month: Float64Array, slot: number, amount: number): void {
  month[slot + REPORTED] += amount;
  month[slot + TRUE] += amount;
  month[slot + SOUND] += amount;
}
