import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatValue, titleOf } from '../format.ts';
import { type Chart, DARK, PALE } from './chart.ts';
import { levelsHeading } from './headings.ts';
import { stackedBars } from './shapes.ts';

export function hoursChart(bundle: Bundle): Chart {
  const rows = bundle.arms.map((arm) => ({
    arm: titleOf(arm.name),
    wasted: arm.outcomes.sellingTimeWastedShare?.mean ?? 0,
    dropped: arm.outcomes.leadsDroppedShare?.mean,
  }));
  return {
    id: 'hours',
    title: levelsHeading(
      bundle,
      'sellingTimeWastedShare',
      (level) => `Bad leads take ${level} of selling time`,
    ),
    subject: 'Where the selling hours went',
    caption: 'The dark part of each bar is time that reps spent on leads that were never going to buy.',
    spec: stackedBars({
      rows,
      parts: [
        { name: 'leads that were never ready', colour: DARK, of: (row) => row.wasted },
        {
          name: 'ready leads, opportunities, own prospecting',
          colour: PALE,
          of: (row) => 1 - row.wasted,
        },
      ],
      title: 'share of hours worked',
      axis: { format: '.0%' },
      scale: { domain: [0, 1] },
    }),
    table: {
      head: ['Arm', 'Hours on leads never ready', 'Passed leads dropped'],
      rows: rows.map((row) => [
        row.arm,
        formatValue(row.wasted, 'share'),
        row.dropped === undefined ? '' : formatValue(row.dropped, 'share'),
      ]),
    },
  };
}
