import type { Commission, CommissionTier } from '../model/plan.ts';
import { forecastMenuCurve } from './forecastMenu.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from './payoutCurve.ts';

/** A stretch of bookings with one rate. */
interface Stretch {
  /** Bookings from which it holds, and what they pay. */
  readonly at: number;
  readonly payUsd: number;
  readonly rateShare: number;
  /** Dollars by which pay jumps there. */
  readonly jumpUsd: number;
}

/**
 * Commission in dollars as a function of one rep's bookings in a quota period.
 *
 * Pay rises along the tiers. Below a threshold it is 0; from there on it is that of all dollars, or of those
 * above the threshold. A cap then bounds it.
 *
 * @param quotaUsd the rep's quota for the period
 * @param forecastUsd the rep's forecast for the period, used only by a forecast menu
 * @param periods length of the period in commission periods, in proportion to which a cap holds
 * @example payoutAt(commissionCurve({ rateShare: 0.1, thresholdShare: 0.5 }, 1000), 800) // 80
 */
export function commissionCurve(
  commission: Commission,
  quotaUsd: number,
  forecastUsd = quotaUsd,
  periods = 1,
): PayoutCurve {
  const { forecastMenu, capUsd = Infinity } = commission;
  const curve = curveThrough(capped(fromThreshold(commission, quotaUsd), capUsd * periods));
  return forecastMenu === undefined
    ? curve
    : sumOfCurves([curve, forecastMenuCurve(forecastMenu, forecastUsd)]);
}

/** The tiers of a commission, with the shorthand expanded. */
export function tiersOf({
  tiers,
  rateShare = 0,
  aboveQuotaRateShare,
}: Commission): readonly CommissionTier[] {
  if (tiers !== undefined) return tiers;
  return [
    { fromShare: 0, rateShare },
    ...(aboveQuotaRateShare === undefined ? [] : [{ fromShare: 1, rateShare: aboveQuotaRateShare }]),
  ];
}

/** Pay along the tiers of dollars from a level on: `allDollars` means all of those. */
function alongTiers(commission: Commission, quotaUsd: number, fromUsd: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { fromShare, rateShare, reach } of tiersOf(commission)) {
    const at = Math.max(fromUsd, fromShare * quotaUsd);
    const before = stretches.length === 0 ? 0 : payAt(stretches, at);
    const payUsd = reach === 'allDollars' ? rateShare * (at - fromUsd) : before;
    // Tiers that begin below the level hold from it on: the last of them counts.
    if (stretches.length > 0 && stretches[stretches.length - 1].at === at) stretches.pop();
    stretches.push({ at, payUsd, rateShare, jumpUsd: reach === 'allDollars' ? payUsd - before : 0 });
  }
  return stretches;
}

/** Pay along the last of some stretches. */
function payAt(stretches: readonly Stretch[], bookedUsd: number): number {
  const { at, payUsd, rateShare } = stretches[stretches.length - 1];
  return payUsd + rateShare * (bookedUsd - at);
}

function fromThreshold(commission: Commission, quotaUsd: number): readonly Stretch[] {
  const { thresholdShare = 0, thresholdOn = 'allDollars' } = commission;
  const nothing = { at: 0, payUsd: 0, rateShare: 0, jumpUsd: 0 };
  const threshold = thresholdShare * quotaUsd;
  if (!(threshold > 0)) return alongTiers(commission, quotaUsd, 0);
  if (thresholdOn === 'excess') return [nothing, ...alongTiers(commission, quotaUsd, threshold)];
  const stretches = alongTiers(commission, quotaUsd, 0);
  const below = stretches.filter(({ at }) => at <= threshold);
  const there = payAt(below, threshold);
  const { rateShare } = below[below.length - 1];
  return [
    nothing,
    { at: threshold, payUsd: there, rateShare, jumpUsd: there },
    ...stretches.slice(below.length),
  ];
}

function capped(stretches: readonly Stretch[], capUsd: number): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const [i, stretch] of stretches.entries()) {
    const { at, payUsd, rateShare, jumpUsd } = stretch;
    if (payUsd >= capUsd) {
      kept.push({ at, payUsd: capUsd, rateShare: 0, jumpUsd: Math.max(0, jumpUsd - (payUsd - capUsd)) });
      return kept;
    }
    kept.push(stretch);
    const reached = rateShare > 0 ? at + (capUsd - payUsd) / rateShare : Infinity;
    if (reached < (stretches[i + 1]?.at ?? Infinity)) {
      kept.push({ at: reached, payUsd: capUsd, rateShare: 0, jumpUsd: 0 });
      return kept;
    }
  }
  return kept;
}

function curveThrough(stretches: readonly Stretch[]): PayoutCurve {
  return payoutCurve(
    0,
    stretches[0].rateShare,
    stretches.slice(1).flatMap(({ at, rateShare, jumpUsd }, i) => {
      const slopeChange = rateShare - stretches[i].rateShare;
      return slopeChange === 0 && jumpUsd === 0 ? [] : [{ at, slopeChange, jump: jumpUsd }];
    }),
  );
}
