import type { Metric } from './metric.ts';

export const marketingOpportunities: Metric = {
  id: 'marketing-opportunities',
  title: 'Marketing opportunities',
  unit: 'opportunities',
  direction: 'higher',
  numerator: 'marketingOpportunities',
  producedBy: 'account-executive',
  about: 'Opportunities credited to marketing’s leads. Captured attribution counts in the report.',
};
