import type { Issue } from '../../core/errors.ts';
import { nearestName } from '../../core/nearest.ts';
import type { Terms } from '../form.ts';
import type { Complaint, Path } from './complaint.ts';
import { keysAt } from './keysAt.ts';

/** Maximum number of unknown keys reported per table. */
const MOST_KEYS = 50;
/** Maximum number of names listed in a message. */
const MOST_NAMES = 12;

/** Issues of keys unknown to the schema, each with the most likely intended key. */
export function explainUnknownKeys({ path, terms, locate }: Complaint, keys: readonly string[]): Issue[] {
  const known = keysAt(terms.schema, path);
  const expected = known.length > 0 && known.length <= MOST_NAMES ? `one of ${known.join(', ')}` : undefined;
  return keys.slice(0, MOST_KEYS).map((key) => ({
    code: 'unknown-key',
    ...locate([...path, key], true),
    path: [...path, key].join('.'),
    expected,
    hint: hintAtSection(terms, key, path) ?? hintAtUnit(key, known) ?? hintAtName(key, known),
  }));
}

/** Suggests the same key in another section, if it exists in exactly one. */
function hintAtSection(terms: Terms, key: string, path: Path): string | undefined {
  if (path.length > 1) return undefined;
  const homes = Object.entries(terms.sections).filter(([, group]) => Object.hasOwn(group, key));
  return homes.length === 1 ? `did you mean ${homes[0][0]}.${key}?` : undefined;
}

/** Suggests a key that differs only in its unit: `quotaUsdPerMonth` if `quotaUsdPerYear` is written. */
function hintAtUnit(key: string, known: readonly string[]): string | undefined {
  const stem = (name: string) =>
    name.replace(
      /(Usd|Share|Hours|Days|Months|Percent|Pct|Eur|Score|PerMonth|PerYear|PerDay|PerQuarter|PerWeek)+$/,
      '',
    );
  const twin = known.find((name) => name !== key && stem(name) === stem(key) && stem(name) !== name);
  return twin === undefined ? undefined : `did you mean ${twin}? The unit is part of the name`;
}

function hintAtName(key: string, known: readonly string[]): string | undefined {
  const near = nearestName(key, known);
  return near === undefined ? undefined : `did you mean ${near}?`;
}
