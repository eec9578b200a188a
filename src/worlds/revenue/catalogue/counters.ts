import { type CounterDefinition, ENGINE_COUNTERS } from '../contract/counters.ts';
import { layOut } from '../contract/slots.ts';
import { GAMES } from './games/index.ts';
import { METRICS } from './metrics/index.ts';

/** All counters: the engine's, then those declared by games and by metrics. */
export const COUNTERS: readonly CounterDefinition[] = [
  ...ENGINE_COUNTERS,
  ...GAMES.flatMap(({ counters = [] }) => counters),
  ...METRICS.flatMap(({ counters = [] }) => counters),
];

/** Layout of all counters in a month of the books. */
export const SLOTS = layOut(COUNTERS);
