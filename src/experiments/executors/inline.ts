import { doerOf } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';

/** Yields to timers, signals and the page, so that a run can be watched and cancelled. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    // Browsers have no setImmediate; setTimeout waits a little longer.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** Runs all tasks in the calling thread and yields to other work between them. */
export const inlineExecutor: Executor = {
  async run({ kind, common, tasks }, take) {
    if (tasks.length === 0) return;
    const doTask = doerOf(kind, common);
    for (const task of tasks) {
      if (!take(doTask(task))) return;
      await giveWay();
    }
  },
};
