import type { RevenueMetric } from './index.ts';

export const wins: RevenueMetric = {
  id: 'wins',
  title: 'Wins',
  unit: 'deals',
  direction: 'higher',
  numerator: 'wins',
  producedBy: 'account-executive',
  about: 'Deals won.',
};
