import { exp, log } from '../core/numeric/elementary.ts';
import { describe } from './describe.ts';

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
  const { se = NaN } = describe(certaintyEquivalentTerms(incomesUsd, riskAversionPerUsd)) ?? {};
  return { value: equivalentOf(incomesUsd, riskAversionPerUsd), se };
}

/**
 * One term for each run whose mean is the certainty equivalent and whose standard error is that of the delta
 * method. Paired with other columns of the same runs, the terms have the right covariance too.
 *
 * Formula: CE + (1 - exp(-r (x_i - CE))) / r; x_i itself if r is 0.
 *
 * @param incomesUsd one income per run, in dollars
 * @param riskAversionPerUsd r, 0 or more
 * @returns one term per run, in dollars
 * @example certaintyEquivalentTerms(Float64Array.of(0, 100), 0) // Float64Array.of(0, 100)
 */
export function certaintyEquivalentTerms(incomesUsd: Float64Array, riskAversionPerUsd: number): Float64Array {
  const r = riskAversionPerUsd;
  if (!(r > 0)) return incomesUsd.slice();
  const value = equivalentOf(incomesUsd, r);
  return incomesUsd.map((income) => value + (1 - exp(-r * (income - value))) / r);
}

function equivalentOf(incomesUsd: Float64Array, r: number): number {
  const anchor = incomesUsd.reduce((least, income) => Math.min(least, income), Infinity);
  let sum = 0;
  for (const income of incomesUsd) sum += r > 0 ? exp(-r * (income - anchor)) : income - anchor;
  const mean = sum / incomesUsd.length;
  return r > 0 ? anchor - log(mean) / r : anchor + mean;
}
