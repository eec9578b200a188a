import type { Metric } from './metric.ts';

export const sellers: Metric = {
  id: 'sellers',
  title: 'Sellers',
  unit: 'count',
  direction: 'higher',
  numerator: 'filledChairs',
  producedBy: 'account-executive',
  about: 'Positions of the sales floor that are filled, summed over the months of the period.',
};
