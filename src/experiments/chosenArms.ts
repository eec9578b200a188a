import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Names of the arms asked for, in the order of the scenario, the reference among them. */
export function chosenArms(scenario: Scenario, names: readonly string[] | undefined, option = '--arms'): string[] {
  const all = scenario.arms.map((arm) => arm.name);
  if (names === undefined) return all;
  for (const name of names) {
    if (all.includes(name)) continue;
    const near = nearestName(name, all);
    refuse([
      {
        code: 'dangling-reference',
        path: option,
        got: showValue(name),
        expected: `one of ${all.join(', ')}`,
        hint: near && `did you mean ${near}?`,
      },
    ]);
  }
  return all.filter((name) => names.includes(name) || name === scenario.reference);
}
