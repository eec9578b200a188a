import type { LineEffort, LineSearch } from './lineSearch.ts';
import type { Value } from './value.ts';

/**
 * Pairwise exchanges, which no single line search can make: lowers one tactic, re-optimises another that
 * affects the same component, and keeps improvements. Finds the cheaper of two routes to one payment, and
 * better uses of hours.
 *
 * @returns whether any exchange helped
 */
export function exchange(value: Value, line: LineSearch, effort: LineEffort): boolean {
  const { tactics, lower, upper, valueScale } = value.problem;
  const { intensity } = value;
  let helped = false;
  for (let i = 0; i < tactics; i++) {
    for (let j = 0; j < tactics; j++) {
      if (i === j || !(intensity[i] > lower[i] + 1e-9) || !(upper[j] > lower[j])) continue;
      if (!value.shareComponent(i, j)) continue;
      const before = value.total;
      const from = intensity[i];
      const other = intensity[j];
      for (let part = 0; part < 2; part++) {
        value.moveTo(i, part === 0 ? lower[i] : (from + lower[i]) / 2);
        line.search(j, effort);
        if (value.total > before + 1e-6 * (valueScale + Math.abs(before))) {
          helped = true;
          break;
        }
        value.moveTo(i, from);
        value.moveTo(j, other);
      }
    }
  }
  return helped;
}
