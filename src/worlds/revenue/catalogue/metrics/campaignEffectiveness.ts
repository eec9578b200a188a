import type { Metric } from './metric.ts';

export const campaignEffectiveness: Metric = {
  id: 'campaign-effectiveness',
  title: 'Campaign effectiveness',
  unit: 'index',
  direction: 'higher',
  numerator: 'effectiveness',
  denominator: 'sqls',
  producedBy: 'marketing-director',
  about: 'Opportunities per passed lead against the standard that counts as 1.',
};
