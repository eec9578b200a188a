import type { AssumptionTest, Bundle } from '../experiments/result/bundle.ts';
import { formatValue } from '../report/format.ts';
import { plainScale } from '../report/words.ts';
import { shortOf } from './knobs.ts';
import type { Tested } from './protocol.ts';
import { valueWords } from './valueWords.ts';
import { WORDS } from './words.ts';

/** Effect of an input on the difference between two plans. */
interface Weight {
  readonly label: string;
  readonly move: number;
  readonly isTurned: boolean;
  readonly isOpen: boolean;
  /** The difference at each end that was tested, in words. */
  readonly ends: readonly string[];
  /** The difference as it is, from as many runs. */
  readonly base: string;
}

/** Which inputs matter for the difference between two plans. */
export interface SensitivityNotes {
  /** Gain at both ends of each tested input's range, in words, by path; largest effect first. */
  readonly byPath: ReadonlyMap<string, string>;
  readonly tested: Tested;
}

/** @param titleOf display name of an arm */
export function sensitivityNotes(
  tests: readonly AssumptionTest[],
  { arms, answer, scenario }: Bundle,
  titleOf: (name: string) => string,
): SensitivityNotes {
  const outcome = arms[0]?.outcomes[answer?.rankedBy ?? '']?.unit ?? 'USD';
  const byPath = new Map<string, Weight>();
  const pair = [titleOf(tests[0]?.arm ?? ''), titleOf(tests[0]?.reference ?? scenario.reference)] as const;
  for (const { path, about, arm, difference, verdict, value, unit } of tests) {
    const base = answer?.ranking.find((ranked) => ranked.arm === arm)?.fromReference;
    const known = byPath.get(path);
    const gain = formatValue(difference.meanDifference, outcome);
    const ends = known?.ends ?? [];
    const plain = plainScale(unit);
    byPath.set(path, {
      label: shortOf(about),
      move: Math.max(known?.move ?? 0, Math.abs(difference.meanDifference - (base?.meanDifference ?? 0))),
      isTurned: known?.isTurned === true || verdict === 'turned',
      isOpen: known?.isOpen === true || verdict === 'open',
      ends: [...ends, WORDS.gainAt(gain, valueWords(value, plain), ends.length === 0, pair)],
      base: formatValue(base?.meanDifference ?? NaN, outcome),
    });
  }
  const sorted = [...byPath].sort(([, one], [, other]) => other.move - one.move);
  const named = (list: readonly (readonly [string, Weight])[]) => list.map(([, { label }]) => label);
  return {
    byPath: new Map(
      sorted.map(([path, { ends, base, isTurned }]) => [
        path,
        WORDS.weight([...ends, WORDS.asItIs(base)], isTurned),
      ]),
    ),
    tested: {
      count: sorted.length,
      pair,
      names: named(sorted),
      turned: named(sorted.filter(([, { isTurned }]) => isTurned)),
      open: named(sorted.filter(([, { isTurned, isOpen }]) => isOpen && !isTurned)),
    },
  };
}
