/**
 * Memoises a function of numbers. The cache is cleared when it is full.
 *
 * @param most maximum number of results kept
 * @param work the function; must be deterministic, and callers must not modify its results
 * @example const square = remembered(100, (x: number) => x * x)
 */
export function remembered<Numbers extends readonly number[], Result>(
  most: number,
  work: (...numbers: Numbers) => Result,
): (...numbers: Numbers) => Result {
  const known = new Map<string, Result>();
  return (...numbers) => {
    const key = numbers.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const result = work(...numbers);
    known.set(key, result);
    return result;
  };
}
