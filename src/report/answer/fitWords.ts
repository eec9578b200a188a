import { printable } from '../../core/plainText.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { fittingSentence } from '../fit.ts';
import { formatValue, quoted } from '../format.ts';
import { joined } from '../words.ts';

/** How many inputs the file and its base set, and which of them `--set` overrides. */
export function fitSentence(bundle: Bundle): string {
  const { scenario } = bundle;
  if (scenario.world === 'textbook') return '';
  const { assumptions } = scenario;
  const observed = fittingSentence(bundle);
  const of = (...origins: string[]) => assumptions.filter(({ origin }) => origins.includes(origin));
  const set = of('set');
  const base = of('base').length;
  const from = base === 0 ? 'This file sets' : 'This file and its base set';
  const changed = set.map(({ path, value }) => `${printable(path)} = ${printable(String(value))}`).join(', ');
  return (
    `${changed === '' ? '' : `Changed by --set: ${changed}. `}` +
    `${from} ${of('scenario', 'set').length + base} of ${assumptions.length} inputs. ` +
    (observed === '' ? 'Nothing was fitted to a real company.' : observed)
  );
}

/** Monthly levels that a company counts, and how they are called. */
const COUNTED: readonly (readonly [id: string, words: string])[] = [
  ['visitors', 'visits'],
  ['leads', 'leads'],
  ['sqls', 'SQLs'],
  ['bookings', 'booked'],
];

/** Reported monthly averages under the reference, to be checked against a company's own figures. */
export function levelsSentence({ scenario, arms, fit }: Bundle): string {
  // Where figures were observed, their table says more.
  if ((fit?.figures.length ?? 0) > 0) return '';
  const reference = arms.find(({ name }) => name === scenario.reference);
  const parts = COUNTED.flatMap(([id, words]) => {
    const series = reference?.monthly[id];
    if (series === undefined || series.reported.length === 0) return [];
    const mean = series.reported.reduce((sum, value) => sum + value, 0) / series.reported.length;
    if (mean === 0) return [];
    const level = series.unit === 'USD' ? formatValue(mean, 'USD') : Math.round(mean).toLocaleString('en-US');
    return [`${level} ${words}`];
  });
  if (parts.length === 0) return '';
  return `Under ${quoted(scenario.reference)} an average month has ${joined(parts)}; check that against your own figures.`;
}
