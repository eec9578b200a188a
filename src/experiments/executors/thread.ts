import { parentPort } from 'node:worker_threads';
import { doerOf, type TaskDoer, type TaskKind, type TaskKinds } from '../tasks/tasks.ts';

/** What a thread is told: what the tasks of a job have in common, once; or to do one of them. */
export type ThreadMessage =
  | { readonly kind: TaskKind; readonly common: TaskKinds[TaskKind]['common'] }
  | { readonly task: TaskKinds[TaskKind]['task'] };

/** What it answers. */
export type ThreadAnswer = { readonly result: unknown } | { readonly error: string };

let doTask: (() => TaskDoer<TaskKind>) | undefined;

parentPort?.on('message', (message: ThreadMessage) => {
  if ('kind' in message) {
    let ready: TaskDoer<TaskKind> | undefined;
    // Made with the first task, so that what it throws is an answer.
    doTask = () => {
      ready ??= doerOf(message.kind, message.common as never) as TaskDoer<TaskKind>;
      return ready;
    };
    return;
  }
  try {
    const result = doTask!()(message.task);
    const moved = 'outcomes' in result ? [result.outcomes.buffer as ArrayBuffer] : [];
    parentPort?.postMessage({ result } satisfies ThreadAnswer, moved);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ error: text } satisfies ThreadAnswer);
  }
});
