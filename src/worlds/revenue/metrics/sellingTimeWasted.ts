import type { RevenueMetric } from './index.ts';

export const sellingTimeWasted: RevenueMetric = {
  id: 'selling-time-wasted',
  title: 'Selling time wasted',
  unit: 'share',
  direction: 'lower',
  numerator: 'hoursWasted',
  denominator: 'hoursWorked',
  producedBy: 'account-executive',
  about: 'Hours spent on leads that were never ready, per hour worked.',
};
