import type { Metric } from './metric.ts';

export const closeRate: Metric = {
  id: 'close-rate',
  title: 'Close rate',
  unit: 'share',
  direction: 'higher',
  numerator: 'wins',
  denominator: 'decided',
  producedBy: 'account-executive',
  about: 'Wins per decided opportunity.',
};
