import { printable } from '../../core/plainText.ts';
import type { AssumptionTest, Bundle } from '../../experiments/result/bundle.ts';
import { plural, quoted } from '../format.ts';

/** What would change the answer: the assumptions that were moved to the ends of their ranges. */
export function changeSentence({ sensitivity }: Bundle): string {
  if (sensitivity.length === 0) return 'Not tried (--sensitivity 4 moves the weakest numbers).';
  const tried = new Set(sensitivity.map(({ path }) => path)).size;
  const turned = sensitivity.filter(({ verdict }) => verdict === 'turned');
  const open = sensitivity.filter(({ verdict }) => verdict === 'open');
  const [first] = turned.length > 0 ? turned : open;
  const pair = quoted(sensitivity[0].arm);
  if (first === undefined)
    return (
      `Nothing tried: ${plural(tried, 'weak number')}${tried === 1 ? '' : ', each'} moved to both ends of ` +
      `its range.`
    );
  return turned.length > 0
    ? `The sign of ${pair} turns with ${moved(first)}.`
    : `With ${moved(first)} the sign of ${pair} can no longer be told.`;
}

function moved({ path, value, base }: AssumptionTest): string {
  return `${printable(path)} at ${value} instead of ${base}`;
}
