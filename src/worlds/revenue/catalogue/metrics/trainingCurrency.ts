import type { Metric } from './metric.ts';

export const trainingCurrency: Metric = {
  id: 'training-currency',
  title: 'Sellers current on training',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'trainingCurrencyYes',
  denominator: 'trainingCurrencyAsked',
  producedBy: 'sales-training',
  about: 'Sellers whose training is current, per seller.',
};
