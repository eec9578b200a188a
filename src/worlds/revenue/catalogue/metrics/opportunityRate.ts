import type { Metric } from './metric.ts';

export const opportunityRate: Metric = {
  id: 'opportunity-rate',
  title: 'Passed leads that become opportunities',
  unit: 'share',

  direction: 'higher',
  numerator: 'marketingOpportunities',
  denominator: 'sqls',
  producedBy: 'demand-generation',
  about: 'Opportunities credited to marketing per lead passed to sales.',
};
