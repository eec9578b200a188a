import { quantileSorted, sampleStandardDeviation, mean as ssMean } from 'simple-statistics';
import { tQuantile } from './tQuantile.ts';

/** Summary statistics of a sample; `n` counts the defined values. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation of single runs. */
  readonly sd: number;
  /** Standard error of the mean. */
  readonly se: number;
  /** 95% confidence interval of the mean. */
  readonly ci95: readonly [number, number];
  /** Spread of single runs: 10%, 50% and 90% quantiles across runs. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * Summarises a sample. Undefined values (NaN) are left out and do not count in `n`.
 *
 * The interval is mean ± t(0.975, n - 1) se. For a sample of zeros and ones that counts cases it is Wilson's
 * score interval, which does not collapse when all values agree.
 *
 * @param countsCases whether zeros and ones are indicators of an event; false if they are amounts
 * @returns undefined if no value is defined
 * @throws RangeError for an infinite value: it would be a bug upstream, never a result
 * @source E. B. Wilson, JASA 22 (1927) 209; Student 1908
 * @example describe(Float64Array.of(1, 2, 3))?.mean // 2
 */
export function describe(sample: Float64Array, countsCases = true): Summary | undefined {
  const values = defined(sample);
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = values.slice().sort();
  // If all values agree, rounding of sums must not create a spread.
  const agree = sorted[0] === sorted[n - 1];
  const mean = agree ? sorted[0] : ssMean(values as unknown as number[]);
  const sd = agree ? 0 : sampleStandardDeviation(values as unknown as number[]);
  const se = sd / Math.sqrt(n);
  const quantile = (p: number) => quantileSorted(sorted as unknown as number[], p);
  return {
    n,
    mean,
    sd,
    se,
    ci95: countsCases ? interval(values, mean, se, 0.95) : tInterval(n, mean, se, 0.95),
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
  };
}

/**
 * Confidence interval of a mean: Wilson's score interval if all values are 0 or 1, else Student's t interval.
 *
 * @param level such as 0.95
 */
export function interval(
  values: Float64Array,
  mean: number,
  se: number,
  level: number,
): readonly [number, number] {
  const n = values.length;
  if (n < 2) return [mean, mean];
  if (values.every((value) => value === 0 || value === 1)) {
    const z = tQuantile(0.5 + level / 2, 1e9);
    const centre = (mean + (z * z) / (2 * n)) / (1 + (z * z) / n);
    const half = (z / (1 + (z * z) / n)) * Math.sqrt((mean * (1 - mean)) / n + (z * z) / (4 * n * n));
    // If all values agree, one end is exactly 0 or 1, in spite of rounding.
    return [mean === 0 ? 0 : Math.max(0, centre - half), mean === 1 ? 1 : Math.min(1, centre + half)];
  }
  return tInterval(n, mean, se, level);
}

/** Student's t interval: mean ± t(1/2 + level / 2, n - 1) se; the mean itself if n < 2. */
export function tInterval(n: number, mean: number, se: number, level: number): readonly [number, number] {
  if (n < 2 || se === 0) return [mean, mean];
  const half = tQuantile(0.5 + level / 2, n - 1) * se;
  return [mean - half, mean + half];
}

/**
 * The defined values of a sample: all but NaN.
 *
 * @throws RangeError for an infinite value
 */
export function defined(sample: Float64Array): Float64Array {
  const values = sample.filter((value) => !Number.isNaN(value));
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`a sample holds ${value}`);
  return values;
}
