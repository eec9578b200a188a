import type { RevenueMetric } from './index.ts';

export const netRetention: RevenueMetric = {
  id: 'net-retention',
  title: 'Net retention',
  unit: 'share',
  direction: 'higher',
  numerator: 'renewalUsd',
  denominator: 'renewalDueUsd',
  producedBy: 'account-executive',
  about: 'Dollars of contracts renewed, growth included, per dollar of contracts that ran out in the period.',
};
