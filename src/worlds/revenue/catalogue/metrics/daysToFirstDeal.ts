import type { Metric } from './metric.ts';

export const daysToFirstDeal: Metric = {
  id: 'days-to-first-deal',
  title: 'Time to first deal (new hires)',
  unit: 'days',

  direction: 'lower',
  numerator: 'firstDealDays',
  denominator: 'firstDeals',
  producedBy: 'sales-training',
  about:
    'Working days from hire to the first deal won that was not inherited from a predecessor; sellers hired during the simulated months.',
  notGamed: 'none: a deal is dated by its signature, and no built-in game reassigns deals to new hires',
};
