import { parseDocument } from 'yaml';
import { ownValue } from '../core/ownValue.ts';

/**
 * A scenario's text with changes written into it; comments and order stay. A list that the text itself does
 * not have, since it stands in a base, is written as a whole.
 *
 * @param set changes by dotted path
 * @param resolved the scenario as it stands with them
 */
export function withChanges(
  text: string,
  set: Readonly<Record<string, unknown>>,
  resolved: Readonly<Record<string, unknown>>,
): string {
  if (Object.keys(set).length === 0) return text;
  const document = parseDocument(text);
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const list = keys.findIndex((key) => typeof key === 'number');
    const before = keys.slice(0, list);
    if (list > 0 && !document.hasIn(before))
      document.setIn(before, document.createNode(valueAt(resolved, before)));
    else document.setIn(keys, typeof value === 'object' ? document.createNode(value) : value);
  }
  return document.toString({ lineWidth: 0 });
}

function valueAt(table: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? ownValue(at as Record<string, unknown>, String(key))
        : undefined,
    table,
  );
}
