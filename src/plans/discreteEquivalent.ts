import { exp, log } from '../core/numeric/elementary.ts';

/**
 * Certainty equivalent of outcomes with given probabilities under constant absolute risk aversion.
 *
 * Formula: -(1/r) ln sum p_k exp(-r x_k), and the mean for r = 0. Outcomes count from the first one, so that
 * large amounts lose no precision.
 *
 * @param of outcome k, in dollars
 * @param riskAversionPerUsd r, 0 or more
 * @example discreteEquivalent([0.5, 0.5], (k) => 100 * k, 0) // 50
 */
export function discreteEquivalent(
  probability: ArrayLike<number>,
  of: (k: number) => number,
  riskAversionPerUsd: number,
): number {
  const r = riskAversionPerUsd;
  const anchor = of(0);
  let sum = 0;
  for (let k = 0; k < probability.length; k++) {
    const above = of(k) - anchor;
    sum += probability[k] * (r > 0 ? exp(-r * above) : above);
  }
  return anchor + (r > 0 ? -log(sum) / r : sum);
}
