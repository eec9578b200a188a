import type { Metric } from './metric.ts';

export const costPerWin: Metric = {
  id: 'cost-per-win',
  title: 'Marketing cost per customer',
  unit: 'USD',

  direction: 'lower',
  numerator: 'marketingSpendUsd',
  denominator: 'wins',
  producedBy: 'marketing-director',
  about: 'Marketing spend per deal won.',
  notGamed: 'both its parts are in the books of finance',
};
