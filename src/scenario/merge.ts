/** Whether a value is a plain object, not a list. */
export function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Keys of a number with a plausible range. */
const RANGE_KEYS: ReadonlySet<string> = new Set(['low', 'value', 'high', 'source']);

/** Whether a table is a number with a range, not a table in which something is named `value`. */
function isRange(table: Record<string, unknown>): boolean {
  return (
    Object.hasOwn(table, 'value') &&
    typeof table.value !== 'object' &&
    Object.keys(table).every((key) => RANGE_KEYS.has(key))
  );
}

/** Whether the table at a path is replaced whole, wherever else its last key may be a name. */
function isWhole(path: readonly string[]): boolean {
  const last = path[path.length - 1];
  if (last === 'arms') return path.length === 1;
  if (last === 'integrityUsd') return path.length === 3 && path[0] === 'people';
  return last === 'payout' && path.includes('components');
}

/**
 * Merges sparse overrides into a base. Tables are merged key by key; all other values (numbers, words, lists)
 * are replaced. Neither input is modified.
 *
 * Four kinds of table are replaced whole: `arms`, a `payout`, an `integrityUsd` population, and a number with
 * a range (`low`, `value`, `high`).
 *
 * @param path of both inputs in the scenario
 */
export function mergeOver(base: unknown, over: unknown, path: readonly string[] = []): unknown {
  if (!isTable(base) || !isTable(over) || isWhole(path) || isRange(over) || isRange(base))
    return structuredClone(over);
  const merged: Record<string, unknown> = structuredClone(base);
  for (const [name, value] of Object.entries(over)) {
    merged[name] = Object.hasOwn(merged, name)
      ? mergeOver(merged[name], value, [...path, name])
      : structuredClone(value);
  }
  return merged;
}

/**
 * A copy of a tree with a value put at a path. A table is merged over a table there; anything else is
 * replaced. Missing tables are created. Entries of lists are addressed by their index from 0; one at the end
 * of a path is replaced whole.
 *
 * @param above path of the tree in the scenario
 */
export function withValueAt(
  tree: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
  above: readonly string[] = [],
): Record<string, unknown> {
  const [head, ...rest] = path;
  const here = [...above, head];
  const copy = { ...tree };
  if (rest.length === 0)
    copy[head] = isTable(copy[head]) ? mergeOver(copy[head], value, here) : structuredClone(value);
  else
    copy[head] =
      entryAt(copy[head], rest) ?? withValueAt(isTable(copy[head]) ? copy[head] : {}, rest, value, here);
  return copy;

  function entryAt(list: unknown, [index, ...below]: readonly string[]): unknown[] | undefined {
    if (!Array.isArray(list) || !/^\d+$/.test(index) || Number(index) >= list.length) return undefined;
    return list.map((entry: unknown, i) => {
      if (i !== Number(index)) return entry;
      return below.length === 0
        ? structuredClone(value)
        : withValueAt(isTable(entry) ? entry : {}, below, value, [...here, index]);
    });
  }
}
