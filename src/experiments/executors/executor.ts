import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';

/**
 * Does jobs somewhere: in this thread, in others, on other machines. Results do not depend on where.
 *
 * @example const inline: Executor = { run: runInline }
 */
export interface Executor {
  /**
   * Calls `take` for the result of every task, in the order of the tasks; stops early when it returns false.
   *
   * @throws what a task throws
   */
  run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
  ): Promise<void>;
}
