/** Values of an option that may be given again and again, in the order given. */
export function collectValues(value: string, list: readonly string[]): string[] {
  return [...list, value];
}
