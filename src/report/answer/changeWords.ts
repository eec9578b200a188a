import { printable } from '../../core/plainText.ts';
import type { AssumptionTest, Bundle, TurningPoint } from '../../experiments/result/bundle.ts';
import { formatInterval, formatValue, quoted } from '../format.ts';
import { firstClause, inSentence, plainScale } from '../words.ts';

/** What would change the answer: the assumptions that were moved to the ends of their ranges. */
export function changeSentence(
  { sensitivity, turning, answer, scenario, arms }: Bundle,
  nameOf: (test: AssumptionTest) => string,
): string {
  const moved = (test: AssumptionTest) => `${nameOf(test)} is ${test.value} instead of ${test.base}`;
  if (sensitivity.length === 0) return 'Not tested (--sensitivity 4 tries the most uncertain inputs).';
  const tried = new Set(sensitivity.map(({ path }) => path)).size;
  const [{ arm, reference }] = sensitivity;
  const isAnswer = arm === answer?.best && reference === scenario.reference;
  const result = isAnswer ? 'The result' : `${quoted(arm)} against ${quoted(reference)}`;
  const reversed = sensitivity.filter(({ verdict }) => verdict === 'turned');
  const turned = reversed.find(({ path }) => path === turning?.path) ?? reversed[0];
  if (turned !== undefined) return `${result} reverses if ${moved(turned)}.${turnInWords(turning)}`;
  const open = sensitivity.find(({ verdict }) => verdict === 'open');
  if (open === undefined)
    return `${result} holds at both ends of the ${tried === 1 ? 'range of 1 input' : `ranges of ${tried} inputs`}${nameOf === inputPath ? rangeOf(sensitivity, arms) : ''}.`;
  const [low, high] = open.difference.ci95;
  const becomes = low > 0 || high < 0 ? 'can be distinguished from' : 'cannot be distinguished from';
  return `If ${moved(open)}, ${quoted(arm)} ${becomes} ${quoted(reference)}.`;
}

/** An input by its path, as `--set` takes it. */
export function inputPath({ path }: AssumptionTest): string {
  return printable(path);
}

/** An input in words. */
export function inputInWords({ about }: AssumptionTest): string {
  return plainScale(inSentence(firstClause(about)));
}

/** Where it turns, to two digits. */
function turnInWords(turning: TurningPoint | undefined): string {
  if (turning === undefined) return '';
  const [from, to] = turning.between;
  return ` It turns near ${Number(((from + to) / 2).toPrecision(2))}.`;
}

/** Smallest and largest difference of all tests. */
function rangeOf(tests: readonly AssumptionTest[], arms: Bundle['arms']): string {
  const unit = arms[0].outcomes[tests[0].outcome]?.unit ?? '';
  const all = tests.map(({ difference }) => difference.meanDifference);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (least < 0 !== most < 0) return '';
  const [low, high] = least < 0 ? [-most, -least] : [least, most];
  const ends = [low, high].map((size) => formatValue(size, unit));
  return ends[0] === ends[1] ? `: ${ends[0]}` : `: ${ends[0]} to ${ends[1]}`;
}

/** What the tested inputs are, and between what the difference lies at their ends. */
export function testedInWords({ sensitivity, arms }: Bundle): string {
  if (sensitivity.length === 0) return '';
  const words = new Set(sensitivity.map(inputInWords));
  const unit = arms[0].outcomes[sensitivity[0].outcome]?.unit ?? '';
  const all = sensitivity.map(({ difference }) => difference.meanDifference);
  return (
    `Varied one at a time over their ranges: ${[...words].join('; ')}. The difference runs from ` +
    `${formatInterval([Math.min(...all), Math.max(...all)], unit, true)}.`
  );
}
