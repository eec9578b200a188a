import type { Metric } from './metric.ts';

export const meetings: Metric = {
  id: 'meetings',
  title: 'Meetings arranged',
  unit: 'meetings',
  direction: 'higher',
  numerator: 'meetings',
  producedBy: 'inside-sales',
  about:
    'Meetings of leads with sellers that inside sales arranged; without those arranged against better knowledge in the true ledger.',
};
