import type { Metric } from './metric.ts';

export const daysToFirstDeal: Metric = {
  id: 'days-to-first-deal',
  title: 'Days to the first deal of a new hire',
  unit: 'days',

  direction: 'lower',
  numerator: 'firstDealDays',
  denominator: 'firstDeals',
  producedBy: 'sales-training',
  about:
    'Working days from hire to the first deal won that no predecessor had opened, over sellers hired in play.',
  notGamed: 'a deal is dated by its signature, and no shipped game moves one from a colleague to a newcomer',
};
