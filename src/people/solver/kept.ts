import { exp, log } from '../../core/numeric/elementary.ts';

/**
 * Certainty equivalent of pay that is paid with a chance and otherwise nothing, under constant absolute risk
 * aversion.
 *
 * Formula: -(1/r) ln(1 - q + q exp(-r CE)), and q CE for r = 0.
 *
 * @param share q, the chance
 * @param usd CE, the certainty equivalent of the pay
 * @example worthIfKept(0.9, 1000, 0) // 900
 */
export function worthIfKept(share: number, usd: number, riskAversionPerUsd: number): number {
  const r = riskAversionPerUsd;
  return r > 0 ? -log(1 - share + share * exp(-r * usd)) / r : share * usd;
}

/** Derivative of {@link worthIfKept} with respect to the certainty equivalent of the pay. */
export function slopeIfKept(share: number, usd: number, riskAversionPerUsd: number): number {
  const kept = share * exp(-riskAversionPerUsd * usd);
  return kept / (1 - share + kept);
}
