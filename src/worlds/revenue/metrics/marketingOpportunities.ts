import type { RevenueMetric } from './index.ts';

export const marketingOpportunities: RevenueMetric = {
  id: 'marketing-opportunities',
  title: 'Marketing opportunities',
  unit: 'opportunities',
  direction: 'higher',
  numerator: 'marketingOpportunities',
  producedBy: 'account-executive',
  about: 'Opportunities credited to marketing’s leads. Captured attribution counts in the report.',
};
