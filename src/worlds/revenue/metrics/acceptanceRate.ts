import type { RevenueMetric } from './index.ts';

export const acceptanceRate: RevenueMetric = {
  id: 'acceptance-rate',
  title: 'Acceptance rate',
  unit: 'share',
  direction: 'higher',
  numerator: 'accepted',
  denominator: 'sqls',
  producedBy: 'account-executive',
  about: 'Accepted leads per passed lead.',
};
