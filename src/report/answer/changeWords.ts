import { printable } from '../../core/plainText.ts';
import type { AssumptionTest, Bundle } from '../../experiments/result/bundle.ts';
import { quoted } from '../format.ts';

/** What would change the answer: the assumptions that were moved to the ends of their ranges. */
export function changeSentence({ sensitivity }: Bundle): string {
  if (sensitivity.length === 0) return 'Not tested (--sensitivity 4 tries the most uncertain inputs).';
  const tried = new Set(sensitivity.map(({ path }) => path)).size;
  const inputs = tried === 1 ? 'the most uncertain input' : `each of the ${tried} most uncertain inputs`;
  const [{ arm, reference }] = sensitivity;
  const pair = `${quoted(arm)} against ${quoted(reference)}`;
  const turned = sensitivity.find(({ verdict }) => verdict === 'turned');
  if (turned !== undefined) return `${pair} comes out the other way with ${moved(turned)}.`;
  const open = sensitivity.find(({ verdict }) => verdict === 'open');
  if (open === undefined) return `${pair} comes out the same with ${inputs} at either end of its range.`;
  const [low, high] = open.difference.ci95;
  const becomes = low > 0 || high < 0 ? 'is told apart from' : 'cannot be told from';
  return `With ${moved(open)}, ${quoted(arm)} ${becomes} ${quoted(reference)}.`;
}

function moved({ path, value, base }: AssumptionTest): string {
  return `${printable(path)} at ${value} instead of ${base}`;
}
