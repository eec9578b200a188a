import { log } from '../core/numeric/elementary.ts';
import { logNormalCdf } from '../core/numeric/normal.ts';
import type { ForecastRates } from '../model/plan.ts';

/** Deviations from the mean within which a forecast is looked for. */
const FAR = 40;

/**
 * The forecast that a person gives under a menu, expecting a normal result.
 *
 * Formula: with z = (forecast - mean) / sd and rates a < b < g of what is above, of the forecast and of a
 * shortfall, the certainty equivalent is concave in z and its slope is 0 where ln((b - a) / (g - b)) - r sd
 * (g - a) z - r² sd² (g² - a²) / 2 + ln Phi(-z - r a sd) - ln Phi(z + r g sd) = 0. Without risk aversion that
 * is the quantile at (b - a) / (g - a), so that rates can be chosen which make an honest median the best
 * answer.
 *
 * @param mean what the person expects, in the result's unit
 * @param sd standard deviation of it, above 0
 * @throws RangeError when the rates are not in increasing order: the best forecast is without limit then
 * @source M. L. Weitzman, "The new Soviet incentive model", Bell Journal of Economics 7 (1976) 251-257; with
 * risk aversion by exponential tilting
 * @example
 * chooseForecast({ aboveRateShare: 0.05, forecastRateShare: 0.1, shortfallRateShare: 0.15 }, 100, 20) // 100
 */
export function chooseForecast(
  menu: ForecastRates,
  mean: number,
  sd: number,
  riskAversionPerUsd = 0,
): number {
  const { aboveRateShare: a, forecastRateShare: b, shortfallRateShare: g } = menu;
  if (!(a < b && b < g))
    throw new RangeError('the rates of a forecast menu must increase from above to forecast to shortfall');
  const risk = riskAversionPerUsd * sd;
  const odds = log((b - a) / (g - b)) - 0.5 * risk * risk * (g * g - a * a);
  let low = -FAR;
  let high = FAR;
  for (let step = 0; step < 60; step++) {
    const z = 0.5 * (low + high);
    if (odds - risk * (g - a) * z + logNormalCdf(-z - risk * a) - logNormalCdf(z + risk * g) > 0) low = z;
    else high = z;
  }
  return mean + 0.5 * (low + high) * sd;
}
