import type { TextbookTask } from './world.ts';

/** Room for effort where a world states none. */
const FAR = 1e6;

/** Least effort that a task can have. */
export function leastEffort({ lower = -FAR }: TextbookTask): number {
  return lower;
}

/** Most effort that a task can have. */
export function mostEffort({ upper = FAR }: TextbookTask): number {
  return upper;
}
