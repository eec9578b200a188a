import { dataFromJson, dataToJson } from '../../core/dataJson.ts';
import { doerOf, type Job, type TaskKind, type TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';
import { giveWay } from './inline.ts';

/** Carries a task as text and returns the result as text, as a queue or another machine would. */
export type Carrier = (text: string) => Promise<string> | string;

/** Runs a task given as text and returns its result as text: the remote end of a {@link jsonExecutor}. */
export function doTextTask(text: string): string {
  const { kind, common, task } = dataFromJson(text) as {
    readonly kind: TaskKind;
    readonly common: never;
    readonly task: never;
  };
  return dataToJson(doerOf(kind, common)(task));
}

/** Sends every task and every result as text; numbers are restored bit for bit. */
export function jsonExecutor(carry: Carrier = doTextTask): Executor {
  return {
    async run<Kind extends TaskKind>(
      { kind, common, tasks }: Job<Kind>,
      take: (result: TaskKinds[Kind]['result']) => boolean,
    ) {
      for (const task of tasks) {
        const result = await carry(dataToJson({ kind, common, task }));
        if (!take(dataFromJson(result) as TaskKinds[Kind]['result'])) return;
        await giveWay();
      }
    },
  };
}
