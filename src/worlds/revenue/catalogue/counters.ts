import { type CounterDefinition, ENGINE_COUNTERS } from '../contract/counters.ts';
import { layOut } from '../contract/slots.ts';
import { countersOf } from '../contract/survey.ts';
import { GAMES } from './games/index.ts';
import { METRICS } from './metrics/index.ts';
import { SURVEYS } from './surveys/index.ts';

/** All counters: the engine's, then those of games, of metrics and of surveys. */
export const COUNTERS: readonly CounterDefinition[] = [
  ...ENGINE_COUNTERS,
  ...GAMES.flatMap(({ counters = [] }) => counters),
  ...METRICS.flatMap(({ counters = [] }) => counters),
  ...SURVEYS.flatMap((survey) =>
    Object.values(countersOf(survey)).map((id) => ({ id, ledgers: 'three' }) as const),
  ),
];

/** Layout of all counters in a month of the books. */
export const SLOTS = layOut(COUNTERS);
