import type { RevenueMetric } from './index.ts';

export const closeRate: RevenueMetric = {
  id: 'close-rate',
  title: 'Close rate',
  unit: 'share',
  direction: 'higher',
  numerator: 'wins',
  denominator: 'decided',
  producedBy: 'account-executive',
  about: 'Wins per decided opportunity.',
};
