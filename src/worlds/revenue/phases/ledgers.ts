import type { CompiledMetric } from '../company.ts';
import { COUNTER_COUNT, type RunState } from '../state.ts';

/** Sum of one ledger's counter over the `count` months that end with month m. */
export function sumMonths(
  state: RunState,
  m: number,
  months: number,
  ledger: number,
  counter: number,
): number {
  let sum = 0;
  for (let i = Math.max(0, m - months + 1); i <= m; i++)
    sum += state.months[i * 3 * COUNTER_COUNT + ledger + counter];
  return sum;
}

/** Value of a metric over the months that end with m; 0 for a ratio without a denominator. */
export function metricOver(
  state: RunState,
  m: number,
  months: number,
  ledger: number,
  metric: CompiledMetric,
): number {
  const top = sumMonths(state, m, months, ledger, metric.numerator);
  if (metric.denominator < 0) return top;
  const bottom = sumMonths(state, m, months, ledger, metric.denominator);
  return bottom > 0 ? top / bottom : 0;
}
