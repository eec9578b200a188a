/** Whether a value is a plain object, not a list. */
export function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Merges sparse overrides into a base. Tables are merged key by key; all other values (numbers, words, lists)
 * are replaced. Neither input is modified.
 *
 * Four kinds of table are replaced whole: `arms`, a `payout`, an `integrityUsd` population, and a range,
 * which is any table with the key `value`.
 */
export function mergeOver(base: unknown, over: unknown, key = ''): unknown {
  if (!isTable(base) || !isTable(over)) return structuredClone(over);
  if (
    key === 'arms' ||
    key === 'payout' ||
    key === 'integrityUsd' ||
    Object.hasOwn(over, 'value') ||
    Object.hasOwn(base, 'value')
  )
    return structuredClone(over);
  const merged: Record<string, unknown> = structuredClone(base);
  for (const [name, value] of Object.entries(over)) {
    merged[name] = Object.hasOwn(merged, name)
      ? mergeOver(merged[name], value, name)
      : structuredClone(value);
  }
  return merged;
}

/**
 * A copy of a tree with a value put at a path. A table is merged over a table there; anything else is
 * replaced. Missing tables are created. Entries of lists are addressed by their index from 0; one at the end
 * of a path is replaced whole.
 */
export function withValueAt(
  tree: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [head, ...rest] = path;
  const copy = { ...tree };
  if (rest.length === 0)
    copy[head] = isTable(copy[head]) ? mergeOver(copy[head], value, head) : structuredClone(value);
  else
    copy[head] = entryAt(copy[head], rest) ?? withValueAt(isTable(copy[head]) ? copy[head] : {}, rest, value);
  return copy;

  function entryAt(list: unknown, [index, ...below]: readonly string[]): unknown[] | undefined {
    if (!Array.isArray(list) || !/^\d+$/.test(index) || Number(index) >= list.length) return undefined;
    return list.map((entry: unknown, i) => {
      if (i !== Number(index)) return entry;
      return below.length === 0
        ? structuredClone(value)
        : withValueAt(isTable(entry) ? entry : {}, below, value);
    });
  }
}
