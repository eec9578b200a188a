import type { MetricSlots } from '../../../plans/payroll.ts';
import { SLOTS } from '../catalogue/counters.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { slotOf } from '../contract/slots.ts';

/** A catalogue metric as ledger slots. */
export interface CompiledMetric extends MetricSlots {
  readonly lowerIsBetter: boolean;
}

/** @throws Error if the catalogue has no such metric */
export function compileMetric(id: string): CompiledMetric {
  const metric = METRICS.find((candidate) => candidate.id === id);
  if (metric === undefined) throw new Error(`no metric ${id} in the catalogue`);
  return {
    numerator: slotOf(SLOTS, metric.numerator),
    denominator: metric.denominator === undefined ? -1 : slotOf(SLOTS, metric.denominator),
    lowerIsBetter: metric.direction === 'lower',
  };
}
