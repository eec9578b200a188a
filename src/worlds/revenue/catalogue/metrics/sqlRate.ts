import type { Metric } from './metric.ts';

export const sqlRate: Metric = {
  id: 'sql-rate',
  title: 'Marketing-qualified leads that are passed',
  unit: 'share',

  direction: 'higher',
  numerator: 'sqls',
  denominator: 'mqls',
  producedBy: 'demand-generation',
  about: 'Leads passed to sales per marketing-qualified lead.',
};
