import type { Metric } from './metric.ts';

export const mqls: Metric = {
  id: 'mqls',
  title: 'Marketing-qualified leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'mqls',
  producedBy: 'marketing-director',
  about: 'Leads whose score passes marketing’s lower bar.',
};
