import type { Metric } from './metric.ts';

export const grossMargin: Metric = {
  id: 'gross-margin',
  title: 'Gross margin',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'marginUsd',
  denominator: 'bookingsUsd',
  producedBy: 'product-marketing',
  about: 'Gross margin on deals won, per dollar booked.',
  notGamed: 'none: finance calculates it from signed deals',
};
