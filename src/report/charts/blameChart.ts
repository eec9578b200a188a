import type { TopLevelSpec } from 'vega-lite';
import type { Blame } from '../../experiments/result/bundle.ts';
import { quoted, titleOf } from '../format.ts';
import { inSentence } from '../words.ts';
import { type Chart, INK, PALE } from './chart.ts';
import { WIDTH } from './shapes.ts';

export function blameChart(blame: Blame): Chart {
  const rows = blame.rows.map((row) => ({
    cause: row.title,
    wins: row.winsLost.meanDifference,
    low: row.winsLost.ci95[0],
    high: row.winsLost.ci95[1],
  }));
  return {
    id: 'blame',
    title: headingOf(blame),
    subject: `Who lost the deals, under ${titleOf(blame.arm)}`,
    caption:
      'Deals lost compared with the best company policy (hours, lead definition and lead visibility ' +
      'chosen for profit, no gaming), by cause. Bars to the left are deals gained, for instance ' +
      'because more leads reach sales. The causes add up to the total in the table. What took the ' +
      'time of sellers who had none: the share of their hours spent on leads that were never ready.',
    spec: {
      data: { values: rows },
      width: WIDTH - 160,
      height: { step: 30 },
      encoding: { y: { field: 'cause', type: 'nominal', sort: rows.map((row) => row.cause), title: null } },
      layer: [
        {
          mark: { type: 'bar', color: PALE, height: 18 },
          encoding: { x: { field: 'wins', type: 'quantitative', title: 'deals lost over the horizon' } },
        },
        {
          mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
          encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
      ],
    } as TopLevelSpec,
    table: {
      head: ['Cause', 'Deals lost', '95% interval'],
      rows: [
        ...rows.map((row) => [row.cause, signed(row.wins), `${signed(row.low)} to ${signed(row.high)}`]),
        [
          'All causes together',
          signed(blame.total.meanDifference),
          `${signed(blame.total.ci95[0])} to ${signed(blame.total.ci95[1])}`,
        ],
      ],
    },
  };
}

/** A count of deals to one decimal; a negative one has a proper minus sign. */
function signed(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

/** Deals lost in all, and the largest cause. */
function headingOf({ arm, rows, total }: Blame): string {
  const [most] = [...rows].sort((a, b) => b.winsLost.meanDifference - a.winsLost.meanDifference);
  const [low, high] = total.ci95;
  if (low <= 0 && high >= 0) return `No loss of deals is told under ${quoted(arm)}`;
  const lost = `${signed(Math.abs(total.meanDifference))} deals are ${low > 0 ? 'lost' : 'gained'} under ${quoted(arm)}`;
  return low > 0 ? `${lost}, most of them as “${inSentence(most.title)}”` : lost;
}
