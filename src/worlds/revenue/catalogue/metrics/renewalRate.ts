import type { Metric } from './metric.ts';

export const renewalRate: Metric = {
  id: 'renewal-rate',
  title: 'Renewal rate',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'renewalsKept',
  denominator: 'renewalsDue',
  producedBy: 'account-executive',
  about: 'Part of the contracts that ran out in the period which were renewed.',
};
