import type { Metric } from './metric.ts';

export const sqls: Metric = {
  id: 'sqls',
  title: 'Sales-qualified leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'sqls',
  producedBy: 'marketing-director',
  about:
    'Leads passed to sales. Relabelled leads count in the report; sound are those that are truly sales-ready.',
};
