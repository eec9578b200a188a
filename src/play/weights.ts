import type { AssumptionTest, Bundle } from '../experiments/result/bundle.ts';
import { formatValue } from '../report/format.ts';
import { WORDS } from './words.ts';

/** How far numbers move the difference between two plans, in words, by their paths; the heaviest first. */
export function weightsOf(tests: readonly AssumptionTest[], { arms, answer }: Bundle): Map<string, string> {
  const byPath = new Map<string, { move: number; isTurned: boolean }>();
  for (const { path, arm, difference, verdict } of tests) {
    const base = answer?.ranking.find((ranked) => ranked.arm === arm)?.fromReference;
    const move = Math.abs(difference.meanDifference - (base?.meanDifference ?? 0));
    const known = byPath.get(path);
    byPath.set(path, {
      move: Math.max(move, known?.move ?? 0),
      isTurned: verdict === 'turned' || known?.isTurned === true,
    });
  }
  const unit = arms[0]?.outcomes[answer?.rankedBy ?? '']?.unit ?? 'USD';
  const sorted = [...byPath].sort(([, one], [, other]) => other.move - one.move);
  return new Map(
    sorted.map(([path, { move, isTurned }]) => [path, WORDS.weight(formatValue(move, unit), isTurned)]),
  );
}
