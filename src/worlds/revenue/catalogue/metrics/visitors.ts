import type { Metric } from './metric.ts';

export const visitors: Metric = {
  id: 'visitors',
  title: 'Visitors',
  unit: 'visits',
  direction: 'higher',
  numerator: 'visits',
  producedBy: 'marketing-director',
  about: 'Visits to the website in the period. Bought visits count in the report and nowhere else.',
};
