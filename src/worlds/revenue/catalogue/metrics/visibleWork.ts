import type { Metric } from './metric.ts';

export const visibleWork: Metric = {
  id: 'visible-work',
  title: 'Visible work',
  unit: 'hours',
  direction: 'higher',
  numerator: 'workShown',
  producedBy: 'marketing-director',
  about:
    'Marketing’s output of work as a supervisor sees it, before it reaches any number. Measured in baseline hours; more hours on one activity show with diminishing returns.',
};
