import { certaintyEquivalent, type PayoutCurve } from '../plans/payoutCurve.ts';

/**
 * Which of several risks a person takes on a metric whose mean is given: variance as a choice. Under a goal with a jump, those behind gamble and those ahead play
 * safe.
 *
 * @param sds standard deviations to choose from; the first of equals is taken
 * @returns the standard deviation chosen
 * @source the convexity of a goal; J. Chevalier, G. Ellison, "Risk taking by mutual funds as a response to incentives", Journal of Political Economy 105 (1997)
 * 1167-1200, for the behaviour
 * @example chooseRisk(payoutCurve(0, 0, [{ at: 10, jump: 1 }]), 9, [1, 2]) // 2
 */
export function chooseRisk(curve: PayoutCurve, mean: number, sds: readonly number[], riskAversionPerUsd = 0): number {
  let best = sds[0];
  let bestWorth = -Infinity;
  for (const sd of sds) {
    const worth = certaintyEquivalent(curve, mean, sd, riskAversionPerUsd);
    if (worth > bestWorth) {
      best = sd;
      bestWorth = worth;
    }
  }
  return best;
}
