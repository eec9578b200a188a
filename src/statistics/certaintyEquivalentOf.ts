import { exp, log } from '../core/numeric/elementary.ts';

/**
 * Certainty equivalent of a sample of incomes under constant absolute risk aversion: -(1/r) ln mean exp(-r
 * x). It equals the mean if r is 0.
 *
 * @param incomesUsd one income per run, in dollars
 * @param riskAversionPerUsd r, 0 or more
 * @returns the certainty equivalent and its standard error by the delta method, in dollars
 * @example certaintyEquivalentOf(Float64Array.of(0, 100), 0).value // 50
 */
export function certaintyEquivalentOf(
  incomesUsd: Float64Array,
  riskAversionPerUsd: number,
): { value: number; se: number } {
  const n = incomesUsd.length;
  const r = riskAversionPerUsd;
  const anchor = incomesUsd.reduce((least, income) => Math.min(least, income), Infinity);
  let sum = 0;
  let squares = 0;
  for (const income of incomesUsd) {
    const x = r > 0 ? exp(-r * (income - anchor)) : income - anchor;
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  const variance = n > 1 ? Math.max(0, (squares - n * mean * mean) / (n - 1)) : 0;
  const se = Math.sqrt(variance / n);
  return r > 0 ? { value: anchor - log(mean) / r, se: se / (r * mean) } : { value: anchor + mean, se };
}

/**
 * Difference between the certainty equivalents of two samples over the same runs, and its standard error.
 *
 * Formula: mean paired difference of {@link certaintyEquivalentTerms}.
 *
 * @param incomesUsd one income per run, in dollars, and `baseUsd` in the same order
 * @param riskAversionPerUsd r, 0 or more
 * @example certaintyEquivalentGain(Float64Array.of(10, 110), Float64Array.of(0, 100), 0) // { value: 10, se:
 * 0 }
 */
export function certaintyEquivalentGain(
  incomesUsd: Float64Array,
  baseUsd: Float64Array,
  riskAversionPerUsd: number,
): { value: number; se: number } {
  const base = certaintyEquivalentTerms(baseUsd, riskAversionPerUsd);
  const gaps = certaintyEquivalentTerms(incomesUsd, riskAversionPerUsd).map((x, i) => x - base[i]);
  const value = meanOf(gaps);
  const n = gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - value) * (gap - value), 0) / (n - 1);
  return { value, se: Math.sqrt(variance / n) };
}

/**
 * One term for each run whose mean is the certainty equivalent, and whose standard error is that of the
 * certainty equivalent by the delta method; paired with other columns, their covariance is right too.
 *
 * Formula: CE + (m - u_i) / (r m), with u = exp(-r x) and its mean m; x_i itself if r is 0.
 *
 * @example certaintyEquivalentTerms(Float64Array.of(0, 100), 0) // Float64Array.of(0, 100)
 */
export function certaintyEquivalentTerms(incomesUsd: Float64Array, riskAversionPerUsd: number): Float64Array {
  const r = riskAversionPerUsd;
  if (!(r > 0)) return incomesUsd.slice();
  const anchor = incomesUsd.reduce((least, income) => Math.min(least, income), Infinity);
  const u = incomesUsd.map((income) => exp(-r * (income - anchor)));
  const m = meanOf(u);
  const equivalent = anchor - log(m) / r;
  return u.map((x) => equivalent + (m - x) / (r * m));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
