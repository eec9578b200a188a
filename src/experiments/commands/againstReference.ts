import type { Executor } from '../executors/executor.ts';
import { COMMON, MOST_REPLICATES, text, whole } from './checkOptions.ts';
import type { Tell } from './progress.ts';

/** Options of a command that compares one arm with the reference. */
export interface AgainstReferenceOptions {
  /** The arm that is compared with the reference. */
  readonly arm: string;
  readonly replicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

/** Fewest runs that have a standard error. */
export const LEAST_RUNS = 2;

/** Rules of {@link AgainstReferenceOptions}. */
export const AGAINST_REFERENCE = { ...COMMON, arm: text, replicates: whole(LEAST_RUNS, MOST_REPLICATES) };
