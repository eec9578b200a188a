import type { Metric } from './metric.ts';

export const fieldReadiness: Metric = {
  id: 'field-readiness',
  title: 'Field readiness',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'fieldReadinessYes',
  denominator: 'fieldReadinessAsked',
  producedBy: 'product-marketing',
  about: 'Sellers who can explain the product, per seller tested.',
};
