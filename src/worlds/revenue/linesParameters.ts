import { quantity, share } from '../../model/parameter.ts';

/** A second product line, which some buyers would take instead of the first: what it brings, and what is left of it. */
export const linesParameters = {
  otherShare: share(0, {
    about:
      'Part of opportunities whose buyers could be sold the other line instead; 0: there is one product.',
    low: 0.2,
    high: 1,
  }),
  otherValueTimes: quantity(0.7, {
    unit: 'times',
    min: 0.01,
    max: 100,
    about: 'What a deal of the other line is worth, in parts of one of the first.',
  }),
  otherChanceTimes: quantity(1.5, {
    unit: 'times',
    max: 100,
    about: 'How much likelier it is won on average; buyers differ by half of that either way.',
  }),
  otherMarginShare: share(0.6, { about: 'Gross margin of the other line.' }),
};
