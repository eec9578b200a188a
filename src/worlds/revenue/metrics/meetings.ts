import type { RevenueMetric } from './index.ts';

export const meetings: RevenueMetric = {
  id: 'meetings',
  title: 'Meetings arranged',
  unit: 'meetings',
  direction: 'higher',
  numerator: 'meetings',
  producedBy: 'inside-sales',
  about:
    'Meetings of leads with sellers that inside sales arranged; without those arranged against better knowledge in the true ledger.',
};
