import type { Metric } from './metric.ts';

export const netRetention: Metric = {
  id: 'net-retention',
  title: 'Net retention',
  unit: 'share',
  direction: 'higher',
  numerator: 'renewalUsd',
  denominator: 'renewalDueUsd',
  producedBy: 'account-executive',
  about: 'Dollars of contracts renewed, growth included, per dollar of contracts that ran out in the period.',
};
