import type { RevenueMetric } from './index.ts';

export const sqls: RevenueMetric = {
  id: 'sqls',
  title: 'Sales-qualified leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'sqls',
  producedBy: 'marketing-director',
  about:
    'Leads passed to sales. Relabelled leads count in the report; sound are those that are truly sales-ready.',
};
