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
