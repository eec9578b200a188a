import type { TextbookTask } from './world.ts';

/** Absolute value of the bounds on effort where a world states none, in units of effort. */
const FAR = 1e6;

/** Lower bound on the effort in a task. */
export function leastEffort({ lower = -FAR }: TextbookTask): number {
  return lower;
}

/** Upper bound on the effort in a task. */
export function mostEffort({ upper = FAR }: TextbookTask): number {
  return upper;
}
