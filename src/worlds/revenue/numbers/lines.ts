import { ASSUMPTION, quantity, share } from '../../../model/parameter.ts';

/** One product line of a price list. */
export const productParameters = {
  weight: quantity(1, {
    unit: 'weight',
    min: 1e-6,
    max: 1e6,
    about: 'Share of opportunities for this line, as a weight relative to the other lines.',
    source: `${ASSUMPTION}: lines are alike unless a scenario says otherwise`,
  }),
  dealTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 1000,
    about:
      'List price of this line, as a multiple of dealMeanUsd; deals vary around it by dealCv (log-normal).',
    source: `${ASSUMPTION}; off unless a scenario says otherwise. A fictional pipeline has seven price points with a deviation of 10% within each`,
  }),
  chanceTimes: quantity(1, {
    unit: 'times',
    max: 100,
    about: 'Win chance of this line, as a multiple.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  cycleTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 100,
    about: 'Sales cycle of this line, as a multiple of cycleDays.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  marginTimes: quantity(1, {
    unit: 'times',
    max: 100,
    about: 'Gross margin of this line, as a multiple of customers.marginShare; at most 100% of revenue.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
};

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
