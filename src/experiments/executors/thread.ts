import { parentPort } from 'node:worker_threads';
import { doerOf, type TaskDoer, type TaskKind, type TaskKinds } from '../tasks/tasks.ts';

/** Message to a thread: the common data of a job, or one of its tasks. */
export type ThreadMessage =
  | { readonly kind: TaskKind; readonly common: TaskKinds[TaskKind]['common'] }
  | { readonly task: TaskKinds[TaskKind]['task'] };

/** Reply of a thread. */
export type ThreadAnswer = { readonly result: unknown } | { readonly error: string };

let doTask: (() => TaskDoer<TaskKind>) | undefined;

parentPort?.on('message', (message: ThreadMessage) => {
  if ('kind' in message) {
    let ready: TaskDoer<TaskKind> | undefined;
    // Created with the first task, so that an error it throws becomes a reply.
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
