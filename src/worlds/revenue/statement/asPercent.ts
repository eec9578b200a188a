import { METRICS } from '../catalogue/metrics/index.ts';

/** Smallest share that is taken for a percentage by mistake; 1 is 100%. */
const LEAST_MISTAKEN = 10;

/** How a value of a metric is read, if it is a share that was probably meant in percent. */
export function asPercent(metric: string, value: number): string | undefined {
  const isShare = METRICS.find(({ id }) => id === metric)?.unit === 'share';
  return isShare && value >= LEAST_MISTAKEN ? `${(100 * value).toLocaleString('en-US')}%` : undefined;
}
