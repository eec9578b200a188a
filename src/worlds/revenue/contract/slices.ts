import type { SliceOf } from '../../../model/plan.ts';
import { AT_DEALS, AT_LEADS, type CounterDefinition } from './counters.ts';

/** A metric of which a plan pays a part: one product line, channel or region. */
export interface Slice {
  readonly metric: string;
  readonly of: SliceOf;
}

/** Dimensions by which a counter is kept; none if it is kept for the whole company only. */
export function dimensionsOf(counter: string): readonly (keyof SliceOf)[] {
  if (AT_DEALS.has(counter)) return ['line', 'channel', 'region'];
  return AT_LEADS.has(counter) ? ['channel', 'region'] : [];
}

/** Id of a part of a counter. */
export function slicedId(counter: string, { line, channel, region }: SliceOf): string {
  return JSON.stringify([counter, line ?? null, channel ?? null, region ?? null]);
}

/** A part of a counter, with what it is a part of. */
export interface SlicedCounter extends CounterDefinition {
  readonly counter: string;
  readonly of: SliceOf;
}

/** Parts of counters that metrics need, each once; in the order given. */
export function slicedCounters(
  slices: readonly Slice[],
  countersOf: (metric: string) => readonly CounterDefinition[],
): SlicedCounter[] {
  const found = new Map<string, SlicedCounter>();
  for (const { metric, of } of slices)
    for (const { id: counter, ledgers } of countersOf(metric)) {
      const id = slicedId(counter, of);
      found.set(id, { id, ledgers, counter, of });
    }
  return [...found.values()];
}
