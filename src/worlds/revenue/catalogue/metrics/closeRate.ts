import type { Metric } from './metric.ts';

export const closeRate: Metric = {
  id: 'close-rate',
  title: 'Close rate',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'wins',
  denominator: 'decided',
  producedBy: 'account-executive',
  about: 'Wins per decided opportunity.',
};
