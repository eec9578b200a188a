import type { Metric } from './metric.ts';

export const acceptanceRate: Metric = {
  id: 'acceptance-rate',
  title: 'Acceptance rate',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'accepted',
  denominator: 'settled',
  producedBy: 'account-executive',
  about: 'Accepted leads, per passed lead that was called or dropped in the period.',
};
