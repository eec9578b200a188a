import type { RevenueMetric } from './index.ts';

export const acceptedLeads: RevenueMetric = {
  id: 'accepted-leads',
  title: 'Accepted leads',
  unit: 'leads',
  direction: 'higher',
  numerator: 'accepted',
  producedBy: 'account-executive',
  about: 'Passed leads that a rep worked and found ready.',
};
