import type { Metric } from './metric.ts';

export const followUpDays: Metric = {
  id: 'follow-up-days',
  title: 'Follow-up days outstanding',
  unit: 'days',

  direction: 'lower',
  numerator: 'waitedDays',
  denominator: 'calls',
  producedBy: 'field-marketing',
  about: 'Working days from passing a lead to the call, on average over leads called.',
};
