/**
 * A function of numbers that remembers what it gave for each, and forgets everything when it has been asked
 * for too many.
 *
 * @param most how many results are kept at once
 * @param work what gives the result; the same numbers must always give the same, and nobody may change what
 * is given
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
