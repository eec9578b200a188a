import { ASSUMPTION, count, quantity, share } from '../../model/parameter.ts';

const CALL_HOURS = `${ASSUMPTION}: no sound public source for hours per lead was found`;

/** What inside sales can be told: people who call marketing's leads first, and arrange meetings for the sellers. */
export const insideParameters = {
  reps: count(0, {
    unit: 'people',
    max: 10000,
    about: 'Inside sellers; 0: sellers call marketing’s leads themselves.',
  }),
  hoursPerDay: quantity(6, {
    unit: 'hours per day',
    max: 24,
    about: 'Hours that one of them spends on leads in a working day.',
    low: 4,
    high: 7,
  }),
  leadHours: quantity(1, {
    unit: 'hours',
    min: 0.01,
    max: 1000,
    about: 'Hours to call a lead until it is known what to think of it.',
    low: 0.5,
    high: 2,
    source: CALL_HOURS,
  }),
  errorShare: share(0.1, {
    max: 0.5,
    about: 'Chance to think a ready lead unready, or an unready one ready.',
    low: 0.05,
    high: 0.25,
  }),
  hollowMeetingUsd: quantity(50, {
    unit: 'USD per meeting',
    about:
      'What it costs one of them on average to arrange a meeting with somebody thought not ready: trouble and conscience, exponential between leads. It pays where pay follows meetings.',
    low: 10,
    high: 300,
  }),
};
