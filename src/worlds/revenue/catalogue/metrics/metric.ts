import type { MetricDefinition } from '../../../../model/metric.ts';
import type { CounterDefinition } from '../../contract/counters.ts';

/** A catalogue metric, with the counters that only it needs. */
export interface Metric extends MetricDefinition {
  readonly counters?: readonly CounterDefinition[];
}
