import type { Metric } from './metric.ts';

export const sqlRate: Metric = {
  id: 'sql-rate',
  title: 'MQL-to-SQL conversion rate',
  unit: 'share',

  direction: 'higher',
  numerator: 'sqls',
  denominator: 'mqls',
  producedBy: 'demand-generation',
  about: 'Leads passed to sales per marketing-qualified lead.',
};
