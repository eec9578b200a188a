import type { AssumptionTest, Bundle } from '../experiments/result/bundle.ts';
import { formatValue } from '../report/format.ts';
import { valueWords } from './valueWords.ts';
import { WORDS } from './words.ts';

/** Effect of an input on the difference between two plans. */
interface Weight {
  readonly move: number;
  readonly isTurned: boolean;
  /** The difference at each end that was tested, in words. */
  readonly ends: readonly string[];
}

/** Gain at both ends of each tested input's range, in words, by path; largest effect first. */
export function sensitivityNotes(
  tests: readonly AssumptionTest[],
  { arms, answer }: Bundle,
): Map<string, string> {
  const outcome = arms[0]?.outcomes[answer?.rankedBy ?? '']?.unit ?? 'USD';
  const byPath = new Map<string, Weight>();
  for (const { path, arm, difference, verdict, value, unit } of tests) {
    const base = answer?.ranking.find((ranked) => ranked.arm === arm)?.fromReference;
    const { move, isTurned, ends } = byPath.get(path) ?? { move: 0, isTurned: false, ends: [] };
    const gain = formatValue(difference.meanDifference, outcome);
    byPath.set(path, {
      move: Math.max(move, Math.abs(difference.meanDifference - (base?.meanDifference ?? 0))),
      isTurned: isTurned || verdict === 'turned',
      ends: [...ends, WORDS.gainAt(gain, valueWords(value, unit))],
    });
  }
  const sorted = [...byPath].sort(([, one], [, other]) => other.move - one.move);
  return new Map(sorted.map(([path, { ends, isTurned }]) => [path, WORDS.weight(ends, isTurned)]));
}
