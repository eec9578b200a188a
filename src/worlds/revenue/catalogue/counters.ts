import { type CounterDefinition, ENGINE_COUNTERS } from '../contract/counters.ts';
import { type Slice, type SlicedCounter, slicedCounters } from '../contract/slices.ts';
import { layOut, type Slots } from '../contract/slots.ts';
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

/** Layout of a company's counters: those of the catalogue, then the parts of them that its plans pay on. */
export interface Layout extends Slots {
  readonly sliced: readonly SlicedCounter[];
}

const WHOLE: Layout = { ...SLOTS, sliced: [] };
const layouts = new Map<string, Layout>();

/** The layout that a world's plans need. Slots of whole counters are the same in all. */
export function layoutOf(slices: readonly Slice[] = []): Layout {
  if (slices.length === 0) return WHOLE;
  const key = JSON.stringify(slices);
  const known = layouts.get(key);
  if (known !== undefined) return known;
  const sliced = slicedCounters(slices, countersOfMetric);
  const made = { ...layOut([...COUNTERS, ...sliced]), sliced };
  layouts.set(key, made);
  return made;
}

function countersOfMetric(id: string): CounterDefinition[] {
  const metric = METRICS.find((each) => each.id === id);
  return [metric?.numerator, metric?.denominator].flatMap((name) =>
    COUNTERS.filter((counter) => counter.id === name),
  );
}
