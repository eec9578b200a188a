import type { Executor } from '../executors/executor.ts';
import { COMMON, type Rule, text, whole } from './checkOptions.ts';
import type { Tell } from './progress.ts';

export interface BacksolveOptions {
  /** Id of an outcome of which more is better. */
  readonly outcome: string;
  /** Amount of it to reach over the horizon, in its unit. */
  readonly goal: number;
  /** The plan; by default the reference. */
  readonly arm?: string;
  readonly replicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

/** Runs of each size, unless asked otherwise, and the most that can be asked for. */
export const USUAL_RUNS = 200;
export const MOST_RUNS = 10_000;
/** Sizes that a search usually tries, and those that are then played with and without gaming. */
export const USUAL_TRIES = 8;
export const OUTLOOKS = 2;

export const OPTIONS: Readonly<Record<string, Rule>> = {
  ...COMMON,
  outcome: text,
  goal: (value: unknown) =>
    typeof value === 'number' && value > 0 && value < Infinity ? undefined : 'a number above 0',
  arm: text,
  replicates: whole(2, MOST_RUNS),
};
