import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

const CALL_HOURS = `${ASSUMPTION}: no sound public source for hours per lead was found`;

/** Inside sales: representatives who call marketing's leads first and arrange meetings for the sellers. */
export const insideParameters = {
  reps: count(0, {
    unit: 'people',
    max: 10000,
    about: 'Inside sales representatives; 0: sellers call marketing’s leads themselves.',
  }),
  hoursPerDay: quantity(6, {
    unit: 'hours per day',
    max: 24,
    about: 'Hours that one of them spends on leads in a working day.',
    low: 4,
    high: 7,
    source: `${ASSUMPTION}; range: half a working day to nearly all of it`,
  }),
  leadHours: quantity(1, {
    unit: 'hours',
    min: 0.01,
    max: 1000,
    about: 'Hours of calls until a lead is judged.',
    low: 0.5,
    high: 2,
    source: CALL_HOURS,
  }),
  errorShare: share(0.1, {
    max: 0.5,
    about: 'Chance of judging a ready lead unready, or an unready one ready.',
    low: 0.05,
    high: 0.25,
    source: `${ASSUMPTION}; range: half and two and a half times the default`,
  }),
};
