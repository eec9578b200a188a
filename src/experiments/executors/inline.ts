import { doerOf } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';

/** Gives way to timers, signals and pages, so that a run can be watched and broken off. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    // Pages have no setImmediate, and wait a little longer.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** Does everything in the calling thread, giving way to other work in between. */
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
