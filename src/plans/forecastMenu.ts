import { type PayoutCurve, payoutCurve } from './payoutCurve.ts';

/**
 * Pay that asks for a forecast and rewards both a high one and its being right: beta x forecast, plus alpha for each unit above it, less gamma for each unit
 * short of it.
 */
export interface ForecastMenu {
  readonly aboveRateUsd: number;
  readonly forecastRateUsd: number;
  readonly shortfallRateUsd: number;
}

/**
 * Pay under a menu once the forecast is made, as a curve in the result.
 *
 * @source M. L. Weitzman, "The new Soviet incentive model", Bell Journal of Economics 7 (1976) 251-257; J. Gonik, "Tie salesmen's bonuses to their forecasts",
 * Harvard Business Review 56 (1978) 116-123
 * @example payoutAt(forecastMenuCurve({ aboveRateUsd: 1, forecastRateUsd: 2, shortfallRateUsd: 3 }, 10), 10) // 20
 */
export function forecastMenuCurve(menu: ForecastMenu, forecast: number): PayoutCurve {
  const { aboveRateUsd, forecastRateUsd, shortfallRateUsd } = menu;
  return payoutCurve((forecastRateUsd - shortfallRateUsd) * forecast, shortfallRateUsd, [
    { at: forecast, slopeChange: aboveRateUsd - shortfallRateUsd },
  ]);
}
