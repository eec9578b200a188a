import type { Metric } from './metric.ts';

export const forecastError: Metric = {
  id: 'forecast-error',
  title: 'Forecast error',
  unit: 'share',

  direction: 'lower',
  numerator: 'forecastErrorUsd',
  denominator: 'forecastUsd',
  producedBy: 'account-executive',
  about:
    'Bookings off forecast in either direction, per dollar forecast; only where a plan has a forecast menu.',
  notGamed: 'none: forecasts are compared with signed deals; only the deals themselves can be gamed',
};
