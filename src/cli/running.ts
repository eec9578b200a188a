import type { Executor } from '../experiments/executors/executor.ts';
import { folderMemory } from '../experiments/executors/folderMemory.ts';
import { rememberingExecutor } from '../experiments/executors/remembering.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import { cacheFolder } from './cacheFolder.ts';
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
 * Executor of a command, with its worker threads and cached results of earlier commands.
 *
 * @param progress ends a sample of replicates early; only for commands that can use part of one
 */
export function executorOf(flags: { readonly workers?: string }, progress?: Progress): Executor {
  const executor = freshExecutor(flags, progress);
  const folder = cacheFolder();
  return folder === undefined ? executor : rememberingExecutor(executor, folderMemory(folder));
}

/** The same without the cache. */
export function freshExecutor({ workers }: { readonly workers?: string }, progress?: Progress): Executor {
  return threadExecutor(
    wholeNumber('--workers', workers, 1, 512),
    undefined,
    progress && (() => progress.mustStop()),
  );
}
