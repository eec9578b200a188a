import { quantity } from '../../../../model/parameter.ts';

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

/** Upper bound on a gaming tactic in a month, in multiples of the honest monthly amount of its counter. */
export const mostScale = (scale: number) =>
  quantity(scale, { unit: 'scale', max: 1000, about: 'Upper bound for a month.' });
