import { quantity } from '../../../model/parameter.ts';

/** Parameters that tactics of a kind share. All are assumptions, not data. */

/** Hours that a productive tactic takes at baseline. */
export const baselineHours = (hours: number) =>
  quantity(hours, {
    unit: 'hours per month',
    max: 1e6,
    about: 'Hours at baseline: what the person does unasked.',
  });

/** How long past work of a productive tactic still counts. */
export const carryOver = (days: number) =>
  quantity(days, {
    unit: 'working days',
    min: 0,
    max: 2500,
    about: 'Mean time over which past work still counts.',
  });

/** How grave a gaming tactic is found. */
export const severity = quantity(1, {
  unit: 'times',
  max: 100,
  about: 'Weight of this tactic in scale: how grave the person and an auditor find it.',
});

/** Most of a gaming tactic in a month, in scale. */
export const mostScale = (scale: number) =>
  quantity(scale, { unit: 'scale', max: 1000, about: 'Most that can be done in a month.' });
