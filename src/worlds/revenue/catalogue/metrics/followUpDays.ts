import type { Metric } from './metric.ts';

export const followUpDays: Metric = {
  id: 'follow-up-days',
  title: 'Follow-up days outstanding',
  unit: 'days',

  direction: 'lower',
  numerator: 'waitedDays',
  denominator: 'waits',
  producedBy: 'field-marketing',
  about: 'Working days from passing a lead to the call, or to giving it up uncalled, on average.',
};
