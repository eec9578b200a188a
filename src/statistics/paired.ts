import type { Direction } from '../model/metric.ts';
import { defined, describe, tInterval } from './describe.ts';

/** A paired difference: arm less reference, replicate by replicate under common random numbers. */
export interface PairedDifference {
  readonly n: number;
  readonly meanDifference: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
  /** Simultaneous 95% interval for all contrasts of the comparison (Bonferroni); verdicts are based on it. */
  readonly ci95Simultaneous: readonly [number, number];
  /** Share of replicates in which the arm is strictly better; absent if no direction is better. */
  readonly betterShare?: number;
}

/**
 * Paired comparison of two arms under common random numbers.
 *
 * Replicates in which either value is undefined (NaN) are left out. Values that agree to twelve digits count
 * as equal: they differ by rounding.
 *
 * @param arm one value per replicate
 * @param reference likewise, in the same order
 * @param contrasts number of contrasts read together: the simultaneous interval has level 1 - 0.05 /
 * contrasts
 * @returns undefined if no replicate has both values
 * @source Bonferroni inequality; Student's t for the mean of paired differences
 */
export function pairedDifference(
  arm: Float64Array,
  reference: Float64Array,
  direction: Direction,
  contrasts: number,
): PairedDifference | undefined {
  // Infinite values are refused here, before the difference of two could turn into NaN.
  defined(arm);
  defined(reference);
  const differences = new Float64Array(arm.length);
  let n = 0;
  let better = 0;
  for (let i = 0; i < arm.length; i++) {
    let difference = arm[i] - reference[i];
    if (Number.isNaN(difference)) continue;
    if (Math.abs(difference) <= 1e-12 * Math.abs(reference[i])) difference = 0;
    differences[n++] = difference;
    if (direction === 'lower' ? difference < 0 : difference > 0) better++;
  }
  const values = differences.slice(0, n);
  const summary = describe(values);
  if (summary === undefined) return undefined;
  const { mean, se } = summary;
  return {
    n,
    meanDifference: mean,
    se,
    ci95: tInterval(n, mean, se, 0.95),
    ci95Simultaneous: tInterval(n, mean, se, 1 - 0.05 / Math.max(1, contrasts)),
    ...(direction === 'neutral' ? {} : { betterShare: better / n }),
  };
}
