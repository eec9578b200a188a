import { type PayoutCurve, payoutCurve } from '../../../../plans/payoutCurve.ts';

/**
 * Loss felt from missing a quota, beyond pay, in dollars as a function of bookings. The quota is a reference
 * point in the sense of prospect theory, with a linear loss below it.
 *
 * Formula: -goal x max(0, 1 - bookings / quota).
 *
 * @source E. J. Allen, P. M. Dechow, D. G. Pope and G. Wu, "Reference-dependent preferences: evidence from
 * marathon runners", Management Science 63 (2017) 1657-1672; P. J. Ferraro and J. D. Tracy, "A reassessment
 * of the potential for loss-framed incentive contracts to increase productivity", Experimental Economics 25
 * (2022) 1441-1466, find little of it at work
 * @param goalUsd loss felt if nothing is booked, in dollars a month
 * @param quotaUsd quota of the month, in dollars
 */
export function goalCurve(goalUsd: number, quotaUsd: number): PayoutCurve {
  const slope = goalUsd / quotaUsd;
  return payoutCurve(-goalUsd, slope, [{ at: quotaUsd, slopeChange: -slope }]);
}
