import { dataFromJson, dataToJson } from '../../core/dataJson.ts';
import { doerOf, type Job, type TaskKind, type TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';
import { giveWay } from './inline.ts';

/** What stands between asking and doing: a text, as a queue or another machine would get it. */
export type Carrier = (text: string) => Promise<string> | string;

/** Does a task that comes as text, and returns its result as text: the far end of a {@link jsonExecutor}. */
export function doTextTask(text: string): string {
  const { kind, common, task } = dataFromJson(text) as {
    readonly kind: TaskKind;
    readonly common: never;
    readonly task: never;
  };
  return dataToJson(doerOf(kind, common)(task));
}

/** Sends every task and every result through text. Numbers come back to the last bit. */
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
