import type { Metric } from './metric.ts';

export const salesSatisfaction: Metric = {
  id: 'sales-satisfaction',
  title: 'Satisfaction of sales with enablement',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'salesSatisfactionYes',
  denominator: 'salesSatisfactionAsked',
  producedBy: 'sales-enablement',
  about: 'Sellers who say that they are satisfied, per seller asked.',
};
