import type { RankedArm } from '../../experiments/result/answer.ts';
import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';

/** Two arms to set side by side: the reference, and the recommended one or else the next one. */
export interface ShownPair {
  readonly reference: ArmResult;
  readonly other?: ArmResult;
}

/** The arms that headings and tiles compare; `other` is absent if there is only the reference. */
export function shownPair(bundle: Bundle): ShownPair {
  const { arms, scenario, answer } = bundle;
  const named = (name: string | undefined) => arms.find((arm) => arm.name === name);
  const reference = named(scenario.reference) ?? arms[0];
  const best = answer === undefined ? undefined : named(answer.best);
  const other = best === undefined || best === reference ? named(nextOf(bundle)) : best;
  return other === undefined || other === reference ? { reference } : { reference, other };
}

/** The arm that comes next after the reference: a choice, or else the one that differs most. */
export function nextOf({ answer, scenario, arms }: Bundle): string | undefined {
  if (answer === undefined) return arms.find(({ name }) => name !== scenario.reference)?.name;
  const others = answer.ranking.filter(({ arm }) => arm !== scenario.reference);
  const [choice] = others.filter(({ isChoice }) => isChoice);
  return (choice ?? largestOf(others))?.arm;
}

/** The arm that differs most from the reference. */
export function largestOf(ranked: readonly RankedArm[]): RankedArm | undefined {
  const size = ({ fromReference }: RankedArm) => Math.abs(fromReference?.meanDifference ?? 0);
  return [...ranked].sort((a, b) => size(b) - size(a))[0];
}
