import type { Metric } from './metric.ts';

export const responseDays: Metric = {
  id: 'response-days',
  title: 'Response time to field requests',
  unit: 'days',

  direction: 'lower',
  numerator: 'requestDays',
  denominator: 'requests',
  producedBy: 'sales-enablement',
  about: 'Working days that requests from sales wait for an answer.',
};
