/**
 * Own property of a table under a user-chosen name. Inherited properties, such as `toString`, do not count.
 *
 * @returns undefined if the table itself has no such key
 * @example ownValue({ ann: 1 }, 'toString') // undefined
 */
export function ownValue<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
