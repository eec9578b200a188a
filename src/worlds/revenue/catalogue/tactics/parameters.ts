import { quantity } from '../../../../model/parameter.ts';

/** Parameters that tactics of a kind share. All are assumptions, not data. */

/** Hours that a productive tactic takes at baseline. */
export const baselineHours = (hours: number) =>
  quantity(hours, {
    unit: 'hours per month',
    max: 1e6,
    about: 'Hours at baseline: what is done unasked.',
  });

/** How long past work of a productive tactic still counts. */
export const carryOver = (days: number) =>
  quantity(days, {
    unit: 'working days',
    min: 0,
    max: 2500,
    about: 'Carry-over: mean time over which past work still counts.',
  });

/** How grave a gaming tactic is found. */
export const severity = quantity(1, {
  unit: 'times',
  max: 100,
  about: 'Severity: weight of this tactic in scale, to the person and to an auditor.',
});

/** Most of a gaming tactic in a month, in scale. */
export const mostScale = (scale: number) =>
  quantity(scale, { unit: 'scale', max: 1000, about: 'Upper bound for a month.' });
