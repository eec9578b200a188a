import type { Bundle, Contrast } from '../../experiments/result/bundle.ts';
import { formatDifference, formatInterval, formatValue, titleOf } from '../format.ts';
import { bySize, outcomeOf } from '../standing.ts';
import { axisFor, type Chart } from './chart.ts';
import { differenceHeading } from './headings.ts';
import { dotsAndBars } from './shapes.ts';

export function differenceChart(bundle: Bundle): Chart | undefined {
  const outcome = outcomeOf(bundle);
  const isMixed = bundle.contrasts.some(({ reference }) => reference !== bundle.scenario.reference);
  const pairTitle = ({ arm, reference }: Contrast) =>
    isMixed ? `${titleOf(arm)} against ${titleOf(reference)}` : titleOf(arm);
  const rows = bundle.contrasts.flatMap((contrast) => {
    const d = contrast.outcomes[outcome.id];
    return d === undefined
      ? []
      : [
          {
            arm: pairTitle(contrast),
            mean: d.meanDifference,
            low: d.ci95Simultaneous[0],
            high: d.ci95Simultaneous[1],
            better: d.betterShare,
            plain: d.ci95,
          },
        ];
  });
  // The ranking shows the same differences.
  if (!isMixed && bundle.answer?.rankedBy === outcome.id) return undefined;
  if (rows.length === 0) return undefined;
  const reference = isMixed ? 'the arm it is compared with' : titleOf(bundle.scenario.reference);
  return {
    id: 'difference',
    title: headingOf(bundle, outcome),
    subject: `${outcome.title}: difference from ${reference}`,
    caption:
      'Each dot is the mean paired difference with common random numbers, the bar its 95% interval, valid ' +
      'for all arms jointly. A bar that touches the line at zero: not distinguishable from zero.',
    spec: dotsAndBars({
      rows,
      low: 'low',
      high: 'high',
      lineAt: 0,
      title: `difference in ${outcome.title.toLowerCase()}`,
      axis: axisFor(outcome.unit),
    }),
    table: {
      head: [
        'Arm',
        'Mean difference',
        '95% interval (all arms together)',
        '95% interval (alone)',
        'Better in',
      ],
      rows: rows.map((row) => [
        row.arm,
        formatDifference(row.mean, outcome.unit),
        formatInterval([row.low, row.high], outcome.unit, true),
        formatInterval(row.plain, outcome.unit, true),
        row.better === undefined ? '' : formatValue(row.better, 'share'),
      ]),
    },
  };
}

function headingOf(bundle: Bundle, { id, title, unit }: ReturnType<typeof outcomeOf>): string {
  const [largest] = bySize(bundle);
  return differenceHeading(largest.arm, largest.reference, title, atOnce(largest.outcomes[id]), unit);
}

/** A difference with the interval that is valid for all arms together. */
function atOnce({ meanDifference, ci95Simultaneous }: Contrast['outcomes'][string]) {
  return { meanDifference, ci95: ci95Simultaneous };
}
