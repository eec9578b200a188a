import { quantileSorted } from 'simple-statistics';

/**
 * Band that leaves out the same part of a sample on each side.
 *
 * @param sorted values in ascending order
 * @param left part left out on each side, below a half
 * @example bandOf(Float64Array.of(0, 1, 2, 3, 4), 0.25) // [1, 3]
 */
export function bandOf(sorted: Float64Array, left: number): readonly [number, number] {
  const values = sorted as unknown as number[];
  return [quantileSorted(values, left), quantileSorted(values, 1 - left)];
}
