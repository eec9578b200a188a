import { printable } from '../../core/plainText.ts';
import type { AssumptionTest, Bundle, TurningPoint } from '../../experiments/result/bundle.ts';
import { plural, quoted } from '../format.ts';

/** What would change the answer: the assumptions that were moved to the ends of their ranges. */
export function changeSentence({ sensitivity, turning, answer, scenario }: Bundle): string {
  if (sensitivity.length === 0) return 'Not tested (--sensitivity 4 tries the most uncertain inputs).';
  const tried = new Set(sensitivity.map(({ path }) => path)).size;
  const [{ arm, reference }] = sensitivity;
  const isAnswer = arm === answer?.best && reference === scenario.reference;
  const result = isAnswer ? 'The result' : `${quoted(arm)} against ${quoted(reference)}`;
  const reversed = sensitivity.filter(({ verdict }) => verdict === 'turned');
  const turned = reversed.find(({ path }) => path === turning?.path) ?? reversed[0];
  if (turned !== undefined) return `${result} is reversed with ${moved(turned)}.${turnInWords(turning)}`;
  const open = sensitivity.find(({ verdict }) => verdict === 'open');
  if (open === undefined)
    return `${result} holds at both ends of the range of ${plural(tried, 'uncertain input')}.`;
  const [low, high] = open.difference.ci95;
  const becomes = low > 0 || high < 0 ? 'is told apart from' : 'cannot be told from';
  return `With ${moved(open)}, ${quoted(arm)} ${becomes} ${quoted(reference)}.`;
}

function moved({ path, value, base }: AssumptionTest): string {
  return `${printable(path)} at ${value} instead of ${base}`;
}

/** Where it turns, to two digits. */
function turnInWords(turning: TurningPoint | undefined): string {
  if (turning === undefined) return '';
  const [from, to] = turning.between;
  return ` It turns near ${Number(((from + to) / 2).toPrecision(2))}.`;
}
