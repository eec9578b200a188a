import type { ForecastRates } from '../model/plan.ts';
import { type PayoutCurve, payoutCurve } from './payoutCurve.ts';

/**
 * Pay under a forecast menu once the forecast is fixed, as a function of the result.
 *
 * @source M. L. Weitzman, "The new Soviet incentive model", Bell Journal of Economics 7 (1976) 251-257; J.
 * Gonik, "Tie salesmen's bonuses to their forecasts", Harvard Business Review 56 (1978) 116-123
 * @example
 * payoutAt(forecastMenuCurve({ aboveRateShare: 1, forecastRateShare: 2, shortfallRateShare: 3 }, 10), 10)
 * // 20
 */
export function forecastMenuCurve(menu: ForecastRates, forecast: number): PayoutCurve {
  const { aboveRateShare, forecastRateShare, shortfallRateShare } = menu;
  return payoutCurve((forecastRateShare - shortfallRateShare) * forecast, shortfallRateShare, [
    { at: forecast, slopeChange: aboveRateShare - shortfallRateShare },
  ]);
}
