import type { Metric } from './metric.ts';

export const leadLeakage: Metric = {
  id: 'lead-leakage',
  title: 'Lead leakage',
  unit: 'share',
  most: 1,
  direction: 'lower',
  numerator: 'dropped',
  denominator: 'settled',
  producedBy: 'account-executive',
  about: 'Passed leads dropped without a call, per passed lead that was called or dropped in the period.',
};
