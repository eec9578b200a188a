import type { Executor } from '../experiments/executors/executor.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import { wholeNumber } from './files.ts';
import type { Progress } from './progress.ts';

/** Flags shared by all commands that run arms. */
export interface RunningFlags {
  readonly replicates?: string;
  readonly seed?: string;
  readonly set: readonly string[];
  readonly workers?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Names in a list that is separated by commas. */
export const namesIn = (list: string | undefined): readonly string[] | undefined =>
  list?.split(',').map((name) => name.trim());

/**
 * Executor of a command, with its worker threads.
 *
 * @param progress ends a sample of replicates early; only for commands that can use part of one
 */
export function executorOf({ workers }: { readonly workers?: string }, progress?: Progress): Executor {
  return threadExecutor(
    wholeNumber('--workers', workers, 1, 512),
    undefined,
    progress && (() => progress.mustStop()),
  );
}
