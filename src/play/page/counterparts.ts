import type { View } from '../protocol.ts';

/** Arms with one more, and with the arm that it is compared with. */
export function withCounterpart(arms: readonly string[], name: string, view: View): string[] {
  const against = view.arms.find((arm) => arm.name === name)?.against;
  return [...new Set([...arms, name, ...(against === undefined ? [] : [against])])];
}

/** Whether another chosen arm is compared with an arm. */
export function isCounterpart(name: string, arms: readonly string[], view: View): boolean {
  return view.arms.some(({ name: other, against }) => against === name && arms.includes(other));
}

/** The reference, the first alternative that a company could choose, and the one without a bonus. */
export function usualArms({ arms, reference }: View): string[] {
  const others = arms.filter(({ name }) => name !== reference);
  const first = others.find(({ isAlternative }) => isAlternative) ?? others[0];
  // Without it nobody sees how much of a gain is due to paying for nothing at all.
  const without = others.find((arm) => arm.isAlternative && arm.isWithoutBonus && arm !== first);
  return [reference, ...[first, without].flatMap((arm) => (arm === undefined ? [] : [arm.name]))];
}

/** The reference and one other plan, in the order of the scenario: what one round of guesses is about. */
export function pairWith(name: string, { arms, reference }: View): string[] {
  return arms.map((arm) => arm.name).filter((each) => each === reference || each === name);
}
