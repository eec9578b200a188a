import type { Metric } from './metric.ts';

export const activities: Metric = {
  id: 'activities',
  title: 'Activities logged',
  unit: 'entries',
  direction: 'higher',
  numerator: 'activities',
  producedBy: 'account-executive',
  about:
    'Entries in the sellers’ log of activities; those without selling behind them count in the report only.',
};
