import { canonicalJson } from '../core/canonicalJson.ts';
import { isTable } from './merge.ts';

/**
 * Rank of everybody among the people of their role: a person's luck follows it.
 *
 * The order is that of what the file says of people, names left out: their values, then their pay in each
 * plan. So neither renaming nor reordering people changes anybody's luck. People alike in everything are in
 * the order of the file.
 *
 * @param written the file before overrides, so that arms that override a number do not change anybody's luck
 * @returns places from 0, by name
 */
export function placesOfPeople(written: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const people = Object.entries(isTable(written.people) ? written.people : {});
  const plans = Object.values(isTable(written.plans) ? written.plans : {});
  const described = people.map(([name, values]) => ({
    name,
    role: isTable(values) ? String(values.role) : '',
    text: textOf([values, plans.map((plan) => (isTable(plan) ? (plan[name] ?? null) : null))]),
  }));
  const places = new Map<string, number>();
  for (const role of new Set(described.map((person) => person.role))) {
    const alike = described.filter((person) => person.role === role);
    alike.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    for (const [place, { name }] of alike.entries()) places.set(name, place);
  }
  return places;
}

/** Text of data that is not checked yet: numbers that JSON cannot hold are refused elsewhere. */
function textOf(data: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(data)));
}
