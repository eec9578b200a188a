import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';

/** Parameters shared by tactics of a kind. All are assumptions, not data. */

/** Baseline hours of a productive tactic. */
export const baselineHours = (hours: number) =>
  quantity(hours, {
    unit: 'hours per month',
    max: 1e6,
    about: 'Hours at baseline: what is done unasked.',
  });

/** Carry-over (adstock) of a productive tactic: mean time over which past work still counts. */
export const carryOver = (days: number) =>
  quantity(days, {
    unit: 'working days',
    min: 0,
    max: 2500,
    about: 'Carry-over: mean time over which past work still counts.',
  });

/** Severity of a gaming tactic: a multiplier on its scale in integrity costs and in the discovery hazard. */
export const severity = quantity(1, {
  unit: 'times',
  max: 100,
  about: 'Severity: weight of this tactic in scale, to the person and to an auditor.',
});

/** Severity of a gaming tactic that fabricates less, or nothing. */
export const lessSevere = (weight: number) => ({
  ...severity,
  default: weight,
  source: `${ASSUMPTION}: less than a fabrication`,
});

/** Price of what a gaming tactic buys. */
export const price = (usd: number, source?: string) =>
  quantity(usd, {
    unit: 'USD per 1,000',
    max: 1e12,
    about: 'Price of 1,000 units.',
    ...(source === undefined ? {} : { source }),
  });

/** Own effort of a gaming tactic. */
export const effort = (usd: number, source?: string) =>
  quantity(usd, {
    unit: 'USD',
    max: 1e9,
    about: 'Own effort for one unit.',
    ...(source === undefined ? {} : { source }),
  });

/** Harm of a gaming tactic to something that people do: `what` is divided by 1 + this x scale. */
export const harm = (perScale: number, what: string) =>
  quantity(perScale, {
    unit: 'per scale',
    max: 10,
    about: `Side effect on ${what}: divided by 1 + this x scale.`,
    low: 0,
    high: Number((3 * perScale).toPrecision(6)),
    source: `${ASSUMPTION}; range: no harm, and three times the default`,
  });

/** Upper bound on a gaming tactic in a month, in multiples of the honest monthly amount of its counter. */
export const mostScale = (scale: number) =>
  quantity(scale, { unit: 'scale', max: 1000, about: 'Upper bound for a month.' });
