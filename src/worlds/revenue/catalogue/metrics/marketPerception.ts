import type { Metric } from './metric.ts';

export const marketPerception: Metric = {
  id: 'market-perception',
  title: 'Market perception',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'marketPerceptionYes',
  denominator: 'marketPerceptionAsked',
  producedBy: 'product-marketing',
  about: 'Buyers with a favourable opinion of the company, per buyer asked.',
};
