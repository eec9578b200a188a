import type { RevenueMetric } from './index.ts';

export const leadLeakage: RevenueMetric = {
  id: 'lead-leakage',
  title: 'Lead leakage',
  unit: 'share',
  direction: 'lower',
  numerator: 'dropped',
  denominator: 'sqls',
  producedBy: 'account-executive',
  about: 'Passed leads dropped without a call, per passed lead.',
};
