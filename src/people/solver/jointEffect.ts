/** Least factor of one tactic of work on what it multiplies, and most: what is beyond adds up. */
const LEAST_FACTOR = 0.01;
const MOST_FACTOR = 2;

/**
 * Joint effect of several tactics of work on an amount. They act on successive stages of a funnel, so their
 * relative effects multiply. Only the part of an effect that exceeds the reference amount is added.
 *
 * Formula: joint effect = R (prod_k factor_k - 1) + sum_k surplus_k, with reference R.
 */
/** Factor of an effect on its reference, within bounds. */
export function factor(effect: number, reference: number): number {
  const own = 1 + effect / reference;
  return own < LEAST_FACTOR ? LEAST_FACTOR : own > MOST_FACTOR ? MOST_FACTOR : own;
}

/** Part of an effect beyond the largest factor, which adds up. */
export function surplus(effect: number, reference: number): number {
  const beyond = effect - (MOST_FACTOR - 1) * reference;
  return beyond > 0 ? beyond : 0;
}

/** Whether an effect is beyond the largest factor, or below the least. */
export function isBeyond(effect: number, reference: number): boolean {
  return 1 + effect / reference > MOST_FACTOR;
}
export function isLeast(effect: number, reference: number): boolean {
  return 1 + effect / reference < LEAST_FACTOR;
}
