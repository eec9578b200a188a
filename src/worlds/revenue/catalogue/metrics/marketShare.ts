import type { Metric } from './metric.ts';

export const marketShare: Metric = {
  id: 'market-share',
  title: 'Market share',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'customers',
  denominator: 'accounts',
  producedBy: 'marketing-director',
  about: 'Customers per account of the market, at the month’s end.',
  notGamed: 'none: only paying customers are counted',
};
