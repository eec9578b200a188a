import { log } from '../core/numeric/elementary.ts';
import { logNormalCdf } from '../core/numeric/normal.ts';
import type { ForecastRates } from '../model/plan.ts';

/** Half-width of the search interval, in standard deviations around the mean. */
const FAR = 40;

/**
 * Optimal forecast under a forecast menu, for a person who expects a normal result.
 *
 * Formula: with z = (forecast - mean) / sd and rates a < b < g (above forecast, forecast, shortfall), the
 * certainty equivalent is concave in z. Its first-order condition is ln((b - a) / (g - b)) - r sd (g - a) z -
 * r² sd² (g² - a²) / 2 + ln Phi(-z - r a sd) - ln Phi(z + r g sd) = 0. Under risk neutrality that is the
 * quantile at (b - a) / (g - a), so rates can be chosen that make the honest median optimal.
 *
 * @param mean expected result, in the result's unit
 * @param sd standard deviation of the result, above 0
 * @throws RangeError unless the rates are strictly increasing: no unique finite forecast is then optimal
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
