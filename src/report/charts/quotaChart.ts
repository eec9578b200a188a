import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatValue, titleOf } from '../format.ts';
import type { Chart } from './chart.ts';
import { levelsHeading } from './headings.ts';
import { dotsAndBars } from './shapes.ts';

export function quotaChart(bundle: Bundle): Chart {
  const rows = bundle.arms.flatMap((arm) => {
    const o = arm.outcomes.quotaAttainmentShare;
    return o === undefined
      ? []
      : [
          {
            arm: titleOf(arm.name),
            mean: o.mean,
            p10: o.p10,
            p90: o.p90,
            missed: arm.outcomes.teamMonthsMissedShare?.mean,
            goal: arm.outcomes.annualGoalReachedShare?.mean,
          },
        ];
  });
  return {
    id: 'quota',
    title: levelsHeading(bundle, 'quotaAttainmentShare', (level) => `Reps reach ${level} of quota`),
    subject: 'Quota attainment of the reps',
    caption:
      'The dot is mean attainment of a rep’s month; the bar runs from the 10% worst to the 10% ' +
      'best runs: the luck of a year, not the error of the simulation. The dashed line is quota.',
    spec: dotsAndBars({
      rows,
      low: 'p10',
      high: 'p90',
      lineAt: 1,
      title: 'bookings per quota',
      axis: { format: '.0%' },
    }),
    table: {
      head: ['Arm', 'Mean attainment', '10% to 90% of runs', 'Months the team missed', 'Annual goal reached'],
      rows: rows.map((row) => [
        row.arm,
        formatValue(row.mean, 'share'),
        `${formatValue(row.p10, 'share')} to ${formatValue(row.p90, 'share')}`,
        row.missed === undefined ? '' : formatValue(row.missed, 'share'),
        row.goal === undefined ? 'no full year' : `${formatValue(row.goal, 'share')} of years`,
      ]),
    },
  };
}
