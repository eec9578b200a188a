import { ASSUMPTION, quantity, share } from '../../../model/parameter.ts';

/** A second product line, which some buyers would take instead of the first. */
export const linesParameters = {
  otherShare: share(0, {
    about:
      'Share of opportunities whose buyers could be sold the other line instead; 0: there is one product.',
    low: 0.2,
    high: 1,
    source: `${ASSUMPTION}: off unless a scenario says otherwise`,
  }),
  otherValueTimes: quantity(0.7, {
    unit: 'times',
    min: 0.01,
    max: 100,
    about: 'Value of a deal of the other line, as a multiple of one of the first.',
  }),
  otherChanceTimes: quantity(1.5, {
    unit: 'times',
    max: 100,
    about:
      'Chance of winning a deal of the other line, as a multiple; buyers differ by half of it either way.',
  }),
  otherMarginShare: share(0.6, { about: 'Gross margin of the other line.' }),
};
