/** Collects the values of a repeatable option, in order. */
export function collectValues(value: string, list: readonly string[]): string[] {
  return [...list, value];
}
