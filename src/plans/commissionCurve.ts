import type { Commission } from '../model/plan.ts';
import { forecastMenuCurve } from './forecastMenu.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from './payoutCurve.ts';

/**
 * Commission in dollars as a function of one rep's bookings in a quota period.
 *
 * @param quotaUsd the rep's quota for the period
 * @param forecastUsd the rep's forecast for the period, used only by a forecast menu
 */
export function commissionCurve(
  commission: Commission,
  quotaUsd: number,
  forecastUsd = quotaUsd,
): PayoutCurve {
  const { forecastMenu, ...rest } = commission;
  if (forecastMenu !== undefined)
    return sumOfCurves([commissionCurve(rest, quotaUsd), forecastMenuCurve(forecastMenu, forecastUsd)]);
  const rate = commission.rateShare;
  const above = commission.aboveQuotaRateShare ?? rate;
  const threshold = (commission.thresholdShare ?? 0) * quotaUsd;
  if (threshold > quotaUsd) {
    const jump = rate * quotaUsd + above * (threshold - quotaUsd);
    return payoutCurve(0, 0, [{ at: threshold, slopeChange: above, jump }]);
  }
  const kinks = [];
  if (threshold > 0) kinks.push({ at: threshold, slopeChange: rate, jump: rate * threshold });
  if (above !== rate) kinks.push({ at: quotaUsd, slopeChange: above - rate, jump: 0 });
  return payoutCurve(0, threshold > 0 ? 0 : rate, kinks);
}
