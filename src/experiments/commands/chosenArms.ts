import { refuse } from '../../core/messages.ts';
import { unknownName } from '../../core/unknownName.ts';
import { referenceOf, type Scenario } from '../../scenario/scenario.ts';

/**
 * Names of the requested arms in scenario order; all arms if none are requested. An arm is found by its name,
 * by its display name, and with spaces for hyphens, because reports print names so.
 *
 * @throws InputError for a name that matches no arm
 */
export function namedArms(
  scenario: Scenario,
  names: readonly string[] | undefined,
  option = '--arms',
): string[] {
  const all = scenario.arms.map((arm) => arm.name);
  if (names === undefined) return all;
  const titles = (scenario.resolved.titles ?? {}) as Readonly<Record<string, string>>;
  const wanted = names.map((written) => {
    const hyphened = written.replace(/ /g, '-');
    const name = all.includes(written) ? written : hyphened;
    if (all.includes(name)) return name;
    const titled = all.find((arm) => titles[arm] === written);
    if (titled !== undefined) return titled;
    return refuse([unknownName(option, written, all)]);
  });
  return all.filter((name) => wanted.includes(name));
}

/** The requested arms, the reference, and the arms they are compared with. */
export function chosenArms(
  scenario: Scenario,
  names: readonly string[] | undefined,
  option = '--arms',
): string[] {
  const wanted = new Set([scenario.reference]);
  // The comparison arm of an arm may have a comparison arm of its own.
  for (const name of namedArms(scenario, names, option))
    for (let next = name; !wanted.has(next); next = referenceOf(scenario, next)) wanted.add(next);
  return scenario.arms.map((arm) => arm.name).filter((name) => wanted.has(name));
}
