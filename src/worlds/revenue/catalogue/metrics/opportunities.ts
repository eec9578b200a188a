import type { Metric } from './metric.ts';

export const opportunities: Metric = {
  id: 'opportunities',
  title: 'Opportunities',
  unit: 'opportunities',
  direction: 'higher',
  numerator: 'opportunities',
  producedBy: 'account-executive',
  about: 'All opportunities opened, from leads and from own prospecting.',
};
