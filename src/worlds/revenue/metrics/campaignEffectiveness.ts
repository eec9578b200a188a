import type { RevenueMetric } from './index.ts';

export const campaignEffectiveness: RevenueMetric = {
  id: 'campaign-effectiveness',
  title: 'Campaign effectiveness',
  unit: 'index',
  direction: 'higher',
  numerator: 'effectiveness',
  denominator: 'sqls',
  producedBy: 'marketing-director',
  about: 'Opportunities per passed lead against the standard that counts as 1.',
};
