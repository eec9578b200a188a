import type { RevenueMetric } from './index.ts';

export const mqls: RevenueMetric = {
  id: 'mqls',
  title: 'Marketing-qualified leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'mqls',
  producedBy: 'marketing-director',
  about: 'Leads whose score passes marketing’s lower bar.',
};
