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
 * Formula: by the delta method, run i contributes (m - u_i) / (r m), with u = exp(-r x) and its mean m; the
 * standard error is that of the mean paired difference of the contributions.
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
  const r = riskAversionPerUsd;
  const anchor = Math.min(...incomesUsd, ...baseUsd);
  const contributions = [incomesUsd, baseUsd].map((incomes) => {
    const u = incomes.map((income) => (r > 0 ? exp(-r * (income - anchor)) : income));
    const m = meanOf(u);
    return u.map((x) => (r > 0 ? (m - x) / (r * m) : x - m));
  });
  const gaps = contributions[0].map((x, i) => x - contributions[1][i]);
  const mean = meanOf(gaps);
  const n = gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / (n - 1);
  return {
    value: certaintyEquivalentOf(incomesUsd, r).value - certaintyEquivalentOf(baseUsd, r).value,
    se: Math.sqrt(variance / n),
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
