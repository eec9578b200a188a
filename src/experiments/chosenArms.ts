import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { referenceOf, type Scenario } from '../scenario/scenario.ts';

/** Names of the arms asked for, in the order of the scenario, those among them that others are compared with. Spaces in a name stand for hyphens, as reports write it. */
export function chosenArms(scenario: Scenario, names: readonly string[] | undefined, option = '--arms'): string[] {
  const all = scenario.arms.map((arm) => arm.name);
  if (names === undefined) return all;
  const wanted = new Set([scenario.reference]);
  for (const written of names) {
    const hyphened = written.replace(/ /g, '-');
    const name = all.includes(written) ? written : hyphened;
    if (all.includes(name)) {
      // An arm brings the one it is compared with, and that one its own.
      for (let next = name; !wanted.has(next); next = referenceOf(scenario, next)) wanted.add(next);
      continue;
    }
    const near = nearestName(name, all);
    refuse([
      {
        code: 'dangling-reference',
        path: option,
        got: showValue(written),
        expected: `one of ${all.join(', ')}`,
        hint: near && `did you mean ${near}?`,
      },
    ]);
  }
  return all.filter((name) => wanted.has(name));
}
