import type { Metric } from './metric.ts';

export const commissionPool: Metric = {
  id: 'commission-pool',
  title: 'Sales commission pool',
  unit: 'USD',
  direction: 'higher',
  numerator: 'commissionUsd',
  producedBy: 'account-executive',
  about:
    'Commission paid to all reps: a plan that pays cents per dollar of it gives marketing a slice of the pool.',
};
