import { canonicalJson } from '../core/canonicalJson.ts';
import { ownValue } from '../core/ownValue.ts';
import { isTable } from './merge.ts';

/**
 * Rank of each person among the people of the same role. A person's random draws are keyed by this rank.
 *
 * People are ordered by their values and then by their pay in each plan, without their names. Neither
 * renaming nor reordering people changes anybody's draws. Identical people keep the order of the file.
 *
 * @param written the file before overrides, so that arms that override a number do not change anybody's draws
 * @returns ranks from 0, by name
 */
export function placesOfPeople(written: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const people = Object.entries(isTable(written.people) ? written.people : {});
  const plans = Object.values(isTable(written.plans) ? written.plans : {});
  const described = people.map(([name, values]) => ({
    name,
    role: isTable(values) ? String(values.role) : '',
    text: textOf([values, plans.map((plan) => (isTable(plan) ? (ownValue(plan, name) ?? null) : null))]),
  }));
  const places = new Map<string, number>();
  for (const role of new Set(described.map((person) => person.role))) {
    const alike = described.filter((person) => person.role === role);
    alike.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    for (const [place, { name }] of alike.entries()) places.set(name, place);
  }
  return places;
}

/** Text of unchecked data; numbers that JSON cannot represent are refused elsewhere. */
function textOf(data: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(data)));
}
