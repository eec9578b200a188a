import type { RevenueMetric } from './index.ts';

export const sellers: RevenueMetric = {
  id: 'sellers',
  title: 'Sellers',
  unit: 'count',
  direction: 'higher',
  numerator: 'filledChairs',
  producedBy: 'account-executive',
  about: 'Chairs of the sales floor that are filled, summed over the months of the period.',
};
