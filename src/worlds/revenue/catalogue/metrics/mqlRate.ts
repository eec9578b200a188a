import type { Metric } from './metric.ts';

export const mqlRate: Metric = {
  id: 'mql-rate',
  title: 'Lead-to-MQL conversion rate',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'mqls',
  denominator: 'leads',
  producedBy: 'demand-generation',
  about: 'Marketing-qualified leads per lead: a conversion ratio of demand generation.',
};
