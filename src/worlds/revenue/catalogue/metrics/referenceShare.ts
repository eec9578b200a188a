import type { Metric } from './metric.ts';

export const referenceShare: Metric = {
  id: 'reference-share',
  title: 'Customers who are references',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'references',
  denominator: 'customers',
  producedBy: 'account-executive',
  about: 'Part of the customers at the month’s end who are satisfied enough to speak well of the company.',
};
