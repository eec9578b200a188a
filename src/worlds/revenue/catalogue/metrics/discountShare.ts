import type { Metric } from './metric.ts';

export const discountShare: Metric = {
  id: 'discount-share',
  title: 'Discounts given',
  unit: 'share',
  most: 1,
  direction: 'lower',
  numerator: 'discountUsd',
  denominator: 'listUsd',
  producedBy: 'account-executive',
  about: 'Discounts for signing early, per dollar of list price booked.',
};
