import type { RevenueMetric } from './index.ts';

export const opportunities: RevenueMetric = {
  id: 'opportunities',
  title: 'Opportunities',
  unit: 'opportunities',
  direction: 'higher',
  numerator: 'opportunities',
  producedBy: 'account-executive',
  about: 'All opportunities opened, from leads and from own prospecting.',
};
