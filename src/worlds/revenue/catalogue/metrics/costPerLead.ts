import type { Metric } from './metric.ts';

export const costPerLead: Metric = {
  id: 'cost-per-lead',
  title: 'Cost per lead',
  unit: 'USD',
  direction: 'lower',
  numerator: 'marketingSpendUsd',
  denominator: 'leads',
  producedBy: 'marketing-director',
  about: 'Marketing money per reported lead.',
};
