import type { Detected } from '../experiments/result/detected.ts';
import { wrap } from './textLayout.ts';

const WIDTH = 80;
/** Fewest ends of periods from which an interval is more than rough. */
const FEW = 12;
/** Width of the interval, as a share of the usual number, from which it says little. */
const TOO_WIDE = 0.6;

/** What was found at the ends of periods, in sentences. */
export function renderDetected(found: Detected): string {
  const { ends, ci95, windows, period: length } = found;
  const round = (value: number) => (value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0));
  const percent = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(0)}%`;
  const [low, high] = ci95;
  const share = (value: number) => `${Math.abs(100 * value).toFixed(0)}% ${value < 0 ? 'fewer' : 'more'}`;
  const verdict =
    low > 0
      ? `Deals bunch before the end of the ${length}: more than luck, and more than in its middle.`
      : high < 0
        ? `Deals are held over the end of the ${length}: fewer before it than luck explains.`
        : high - low > TOO_WIDE
          ? `Too few deals to tell: at the end of the ${length} anything from ${share(low)} than usual to ${share(high)} fits.`
          : `No bunching to be seen at the end of the ${length}: from ${share(low)} deals than usual to ${share(high)} fits.`;
  const rows = [
    ['last days', `${found.last} deals won, ${round(found.usualLast)} at the rate of the days before them`],
    ['first days', `${found.first} deals won, ${round(found.usualFirst)} at the rate of the days after them`],
    ['excess', `${percent(found.excessShare)} of the usual number, both sides averaged`],
    ['placebo', `${percent(found.placeboShare)} in the middle of the ${length}, where nothing ends`],
    ['difference', `${percent(found.differenceShare)} (95% interval ${percent(low)} to ${percent(high)})`],
  ];
  const notes = [
    `${found.deals} deals won, of ${found.rows} rows; ${ends} ends of a ${length}; the ${windows.near} working days on either side of it, against the ` +
      `${windows.far} beyond them.`,
    ...(ends < FEW ? [`Fewer than ${FEW} ends: the interval is rough.`] : []),
    'In simulated honest companies 4% to 7% are said to bunch or to hold over by luck (reports/validation/' +
      'period-ends.md). Bunching says that deals were timed, not who timed them: a budget that lapses on the ' +
      'buyer’s side looks the same, and so does a rise that steepens towards the end.',
  ];
  return [
    ...wrap(verdict, WIDTH),
    '',
    ...rows.flatMap(([name, says]) => wrap(says, WIDTH, name.padEnd(12), ' '.repeat(12))),
    '',
    ...notes.flatMap((note) => wrap(note, WIDTH)),
  ].join('\n');
}
