import type { Metric } from './metric.ts';

export const leads: Metric = {
  id: 'leads',
  title: 'Leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'leads',
  producedBy: 'marketing-director',
  about: 'People who left their details. Bought form fills count in the report and nowhere else.',
};
