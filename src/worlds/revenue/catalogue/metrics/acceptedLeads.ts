import type { Metric } from './metric.ts';

export const acceptedLeads: Metric = {
  id: 'accepted-leads',
  title: 'Accepted leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'accepted',
  producedBy: 'account-executive',
  about: 'Passed leads that a rep worked and found ready.',
};
