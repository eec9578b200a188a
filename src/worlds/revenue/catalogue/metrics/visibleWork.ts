import type { Metric } from './metric.ts';

export const visibleWork: Metric = {
  id: 'visible-work',
  title: 'Visible work',
  unit: 'hours',
  direction: 'higher',
  numerator: 'workShown',
  producedBy: 'marketing-director',
  about:
    'Marketing’s work as a boss sees it being done: what its hours produce, in hours at baseline. More hours on one thing show less than in proportion.',
};
