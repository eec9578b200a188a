import { type ForecastMenu, forecastMenuCurve } from '../plans/forecastMenu.ts';
import { certaintyEquivalent } from '../plans/payoutCurve.ts';
import { maximiseLine } from './maximiseLine.ts';

/**
 * The forecast that a person gives under a menu, expecting a normal result.
 *
 * Without risk aversion: the quantile at (forecastRate - aboveRate) / (shortfallRate - aboveRate), so that rates can be chosen which make an honest median the
 * best answer.
 *
 * @param mean what the person expects, in the result's unit
 * @param sd standard deviation of it, above 0
 */
export function chooseForecast(menu: ForecastMenu, mean: number, sd: number, riskAversionPerUsd = 0): number {
  const worth = (forecast: number) =>
    certaintyEquivalent(forecastMenuCurve(menu, forecast), mean, sd, riskAversionPerUsd);
  let best = mean;
  let bestWorth = worth(mean);
  for (let z = -6; z <= 6; z += 0.25) {
    const found = worth(mean + z * sd);
    if (found > bestWorth) {
      best = mean + z * sd;
      bestWorth = found;
    }
  }
  // Worth is flat at its top, so the place is found from the sign of its slope.
  let low = best - 0.25 * sd;
  let high = best + 0.25 * sd;
  const h = 1e-4 * sd;
  if (!(worth(low + h) > worth(low - h) && worth(high + h) < worth(high - h)))
    return maximiseLine(worth, low, best, high, bestWorth, Math.abs(bestWorth));
  for (let step = 0; step < 50; step++) {
    const middle = 0.5 * (low + high);
    if (worth(middle + h) > worth(middle - h)) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
