import type { MetricDefinition } from '../../../../model/metric.ts';
import type { CounterDefinition } from '../../contract/counters.ts';

/** A metric of the catalogue, with the counters that only it needs. */
export interface Metric extends MetricDefinition {
  readonly counters?: readonly CounterDefinition[];
}
