import { REPORTED, SOUND, TRUE } from '../../contract/counters.ts';

/** Adds to all three ledgers what is what it seems. */
export function addToAll(month: Float64Array, slot: number, amount: number): void {
  month[slot + REPORTED] += amount;
  month[slot + TRUE] += amount;
  month[slot + SOUND] += amount;
}
