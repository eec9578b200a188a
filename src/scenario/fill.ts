import { plain } from './assumptions.ts';
import { isTable } from './merge.ts';

/** Fills in defaults; a range `{low, value, high}` becomes its `value`. */
export function fill<T extends object>(defaults: T, given: unknown): T {
  const filled = { ...defaults } as Record<string, unknown>;
  if (isTable(given)) for (const [key, value] of Object.entries(given)) filled[key] = plain(value);
  return filled as T;
}
