import { printable } from '../../core/plainText.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';

/** Whose numbers the company is made of, and what the command changed. */
export function fitSentence({ scenario }: Bundle): string {
  if (scenario.world === 'textbook') return '';
  const { assumptions } = scenario;
  const of = (...origins: string[]) => assumptions.filter(({ origin }) => origins.includes(origin));
  const set = of('set');
  const base = of('base').length;
  const from = base === 0 ? 'This file sets' : 'This file and its base set';
  const changed = set.map(({ path, value }) => `${printable(path)} = ${printable(String(value))}`).join(', ');
  return (
    `${changed === '' ? '' : `Changed by --set: ${changed}. `}` +
    `${from} ${of('scenario', 'set').length + base} of ${assumptions.length} inputs. ` +
    'Nothing was fitted to a real company.'
  );
}
