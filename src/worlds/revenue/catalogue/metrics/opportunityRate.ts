import type { Metric } from './metric.ts';

export const opportunityRate: Metric = {
  id: 'opportunity-rate',
  title: 'SQL-to-opportunity conversion rate',
  unit: 'share',

  direction: 'higher',
  numerator: 'marketingOpportunities',
  denominator: 'sqls',
  producedBy: 'demand-generation',
  about: 'Opportunities credited to marketing per lead passed to sales.',
};
