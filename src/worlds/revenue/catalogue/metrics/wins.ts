import type { Metric } from './metric.ts';

export const wins: Metric = {
  id: 'wins',
  title: 'Wins',
  unit: 'deals',
  direction: 'higher',
  numerator: 'wins',
  producedBy: 'account-executive',
  about: 'Deals won.',
};
