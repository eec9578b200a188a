import type { Metric } from './metric.ts';

export const sellingTimeWasted: Metric = {
  id: 'selling-time-wasted',
  title: 'Selling time wasted',
  unit: 'share',
  most: 1,
  direction: 'lower',
  numerator: 'hoursWasted',
  denominator: 'hoursWorked',
  producedBy: 'account-executive',
  about: 'Hours spent on leads that were never ready, per hour worked.',
};
