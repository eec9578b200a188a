import type { TextbookTask } from './world.ts';

/** Bound on effort where a world states none. */
const FAR = 1e6;

/** Lower bound on the effort in a task. */
export function leastEffort({ lower = -FAR }: TextbookTask): number {
  return lower;
}

/** Upper bound on the effort in a task. */
export function mostEffort({ upper = FAR }: TextbookTask): number {
  return upper;
}
