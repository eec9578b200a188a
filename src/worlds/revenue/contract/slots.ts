import type { CounterDefinition } from './counters.ts';

/** Where every counter of a company stands in a month of its books. */
export interface Slots {
  /** Slots of one month. */
  readonly size: number;
  readonly counters: readonly CounterDefinition[];
  /** First slot of a counter, by id. */
  readonly of: ReadonlyMap<string, number>;
  /** By first slot: 1 where the counter lives in three ledgers, 0 where it is the same in all. */
  readonly inThree: Uint8Array;
}

/**
 * Lays counters out in the order in which they are given.
 *
 * @throws Error where two share an id
 */
export function layOut(counters: readonly CounterDefinition[]): Slots {
  const of = new Map<string, number>();
  let size = 0;
  for (const { id, ledgers } of counters) {
    if (of.has(id)) throw new Error(`two counters are called ${id}`);
    of.set(id, size);
    size += ledgers === 'three' ? 3 : 1;
  }
  const inThree = new Uint8Array(size);
  for (const { id, ledgers } of counters) if (ledgers === 'three') inThree[of.get(id)!] = 1;
  return { size, counters, of, inThree };
}

/** First slot of a counter. */
export function slotOf(slots: Slots, id: string): number {
  const slot = slots.of.get(id);
  if (slot === undefined) throw new Error(`no counter ${id} in the catalogue`);
  return slot;
}

/** Slot of a counter in a ledger: its only one where it is the same in all. */
export function inLedger(slots: Slots, slot: number, ledger: number): number {
  return slots.inThree[slot] === 1 ? slot + ledger : slot;
}
