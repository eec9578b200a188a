import { type CounterDefinition, ENGINE_COUNTERS } from '../contract/counters.ts';
import { layOut } from '../contract/slots.ts';
import { GAMES } from './games/index.ts';
import { METRICS } from './metrics/index.ts';

/** Every counter that there is: the engine's, and those that entries of the catalogue bring. */
export const COUNTERS: readonly CounterDefinition[] = [
  ...ENGINE_COUNTERS,
  ...GAMES.flatMap(({ counters = [] }) => counters),
  ...METRICS.flatMap(({ counters = [] }) => counters),
];

/** Where each stands in the books of a month. */
export const SLOTS = layOut(COUNTERS);
