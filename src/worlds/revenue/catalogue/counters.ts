import { type CounterDefinition, ENGINE_COUNTERS } from '../contract/counters.ts';
import { layOut } from '../contract/slots.ts';
import { GAMES } from './games/index.ts';
import { METRICS } from './metrics/index.ts';

/** All counters: the engine's, and those declared by catalogue entries. */
export const COUNTERS: readonly CounterDefinition[] = [
  ...ENGINE_COUNTERS,
  ...GAMES.flatMap(({ counters = [] }) => counters),
  ...METRICS.flatMap(({ counters = [] }) => counters),
];

/** Slot of each counter in the monthly books. */
export const SLOTS = layOut(COUNTERS);
