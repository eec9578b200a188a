import type { SliceOf } from '../../../model/plan.ts';
import type { MetricSlots } from '../../../plans/payroll.ts';
import { SLOTS } from '../catalogue/counters.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { slicedId } from '../contract/slices.ts';
import { type Slots, slotOf } from '../contract/slots.ts';

/** A catalogue metric as ledger slots. */
export interface CompiledMetric extends MetricSlots {
  readonly lowerIsBetter: boolean;
}

/**
 * A metric, or a part of it, as slots of a layout.
 *
 * @param of the part; it has to be in the layout
 * @throws Error if the catalogue has no such metric, or the layout no such part
 */
export function compileMetric(id: string, of?: SliceOf, slots: Slots = SLOTS): CompiledMetric {
  const metric = METRICS.find((candidate) => candidate.id === id);
  if (metric === undefined) throw new Error(`no metric ${id} in the catalogue`);
  const slot = (counter: string) => slotOf(slots, of === undefined ? counter : slicedId(counter, of));
  return {
    numerator: slot(metric.numerator),
    denominator: metric.denominator === undefined ? -1 : slot(metric.denominator),
    lowerIsBetter: metric.direction === 'lower',
  };
}
