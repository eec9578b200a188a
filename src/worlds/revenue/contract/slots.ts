import type { CounterDefinition } from './counters.ts';

/** Layout of a company's counters in a month of its books. */
export interface Slots {
  /** Number of slots per month. */
  readonly size: number;
  readonly counters: readonly CounterDefinition[];
  /** First slot of a counter, by id. */
  readonly of: ReadonlyMap<string, number>;
  /** By first slot: 1 if the counter has three ledgers, 0 if it has one. */
  readonly inThree: Uint8Array;
}

/**
 * Lays out counters in the given order.
 *
 * @throws Error if two share an id
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

/**
 * First slot of a counter that gaming can inflate: one with a reported, a true and a sound amount.
 *
 * @throws Error for a counter of one ledger, which has no amount that is reported only
 */
export function slotInThree(slots: Slots, id: string): number {
  const slot = slotOf(slots, id);
  if (slots.inThree[slot] === 0) throw new Error(`counter ${id} has one ledger: gaming cannot inflate it`);
  return slot;
}

/** Slot of a counter in a ledger; a one-ledger counter has the same slot in all. */
export function inLedger(slots: Slots, slot: number, ledger: number): number {
  return slots.inThree[slot] === 1 ? slot + ledger : slot;
}
