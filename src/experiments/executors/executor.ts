import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';

/**
 * Runs jobs in this thread, in other threads or on other machines. Results do not depend on the place.
 *
 * @example await compare(scenario, { executor: inlineExecutor })
 */
export interface Executor {
  /**
   * Calls `take` with the result of every task, in task order; stops early when `take` returns false.
   *
   * @throws any error thrown by a task
   */
  run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
  ): Promise<void>;
}
