import type { Metric } from './metric.ts';

export const costPerWin: Metric = {
  id: 'cost-per-win',
  title: 'Marketing cost of acquiring a customer (CAC)',
  unit: 'USD',

  direction: 'lower',
  numerator: 'marketingSpendUsd',
  denominator: 'wins',
  producedBy: 'marketing-director',
  about: 'Marketing spend per deal won.',
  notGamed: 'none: spend and wins both come from finance records',
};
