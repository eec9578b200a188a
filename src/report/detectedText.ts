import type { Detected } from '../experiments/result/detected.ts';
import { wrap } from './textLayout.ts';

const WIDTH = 80;
/** Number of period-ends below which the interval is called rough. */
const FEW = 12;
/** Width of the interval, as a share of the expected number, above which it is uninformative. */
const TOO_WIDE = 0.6;

/** The test of deal timing at period-ends, as text. */
export function renderDetected(found: Detected): string {
  const { ends, ci95, windows, period: length } = found;
  const round = (value: number) => (value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0));
  const percent = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(0)}%`;
  const [low, high] = ci95;
  const against = (value: number) => `${Math.abs(100 * value).toFixed(0)}% ${value < 0 ? 'below' : 'above'}`;
  const range = `from ${against(low)} normal to ${against(high)}`;
  const end = `${length}-end`;
  const verdict =
    low > 0
      ? `Deals bunch before ${end}, beyond what chance explains.`
      : high < 0
        ? `Deals are held back past ${end}: fewer close before it than chance explains.`
        : high - low > TOO_WIDE
          ? `Too few deals to tell: wins before ${end} could be anywhere ${range}.`
          : `No sign of bunching before ${end}: wins are ${range}.`;
  const rows = [
    ['last days', `${found.last} deals won, ${round(found.usualLast)} expected from the days before`],
    ['first days', `${found.first} deals won, ${round(found.usualFirst)} expected from the days after`],
    ['excess', `${percent(found.excessShare)} of the expected number, averaged over both sides`],
    ['placebo', `${percent(found.placeboShare)} at mid-${length}, where no period ends`],
    ['difference', `${percent(found.differenceShare)} (95% interval ${percent(low)} to ${percent(high)})`],
  ];
  const notes = [
    `${found.deals} won deals from ${found.rows} rows; ${ends} ${end}s. Compared are the ${windows.near} working ` +
      `days on either side of each ${end} with the ${windows.far} beyond them.`,
    ...(ends < FEW ? [`With fewer than ${FEW} ${end}s the interval is rough.`] : []),
    'Between 4% and 7% of simulated honest companies are flagged by chance (reports/validation/period-ends.md). ' +
      'Bunching shows when deals closed, not who timed them: a buyer’s expiring budget looks the same, and so ' +
      'does activity that accelerates towards the end.',
  ];
  return [
    ...wrap(verdict, WIDTH),
    '',
    ...rows.flatMap(([name, says]) => wrap(says, WIDTH, name.padEnd(12), ' '.repeat(12))),
    '',
    ...notes.flatMap((note) => wrap(note, WIDTH)),
  ].join('\n');
}
