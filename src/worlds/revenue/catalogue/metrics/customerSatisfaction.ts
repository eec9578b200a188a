import type { Metric } from './metric.ts';

export const customerSatisfaction: Metric = {
  id: 'customer-satisfaction',
  title: 'Customer satisfaction',
  unit: 'score 0-100',
  most: 100,
  direction: 'higher',
  numerator: 'satisfactionSum',
  denominator: 'satisfactionWeight',
  producedBy: 'account-executive',
  about: 'Mean satisfaction of those who dealt with the company in the period.',
};
