/**
 * The value that a table has under a name which users chose: `toString` and `constructor` are names like any
 * other, and every object inherits something under them.
 *
 * @returns undefined if the table itself has no such key
 * @example ownValue({ ann: 1 }, 'toString') // undefined
 */
export function ownValue<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
