import { doerOf, type TaskDoer, type TaskKind, type TaskKinds } from '../tasks/tasks.ts';

/** Message to a thread: the common data of a job, or one of its tasks. */
export type TaskMessage =
  | { readonly kind: TaskKind; readonly common: TaskKinds[TaskKind]['common'] }
  | { readonly task: TaskKinds[TaskKind]['task'] };

/** Reply of a thread to a task. */
export type TaskAnswer = { readonly result: unknown } | { readonly error: string };

/**
 * The thread's end: runs tasks as messages bring them.
 *
 * @param reply takes each answer, and the memory that can be moved with it instead of copied
 */
export function answering(
  reply: (answer: TaskAnswer, moved: ArrayBuffer[]) => void,
): (message: TaskMessage) => void {
  let doTask: (() => TaskDoer<TaskKind>) | undefined;
  return (message) => {
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
      reply({ result }, 'outcomes' in result ? [result.outcomes.buffer as ArrayBuffer] : []);
    } catch (error) {
      reply({ error: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

/** Answers to the tasks of a job as they come, delivered in task order. */
export class InOrder {
  private readonly ready = new Map<number, TaskAnswer>();
  private readonly count: number;
  private readonly take: (result: never) => boolean;
  private delivered = 0;

  /** @param count number of tasks */
  constructor(count: number, take: (result: never) => boolean) {
    this.count = count;
    this.take = take;
  }

  /**
   * Adds the answer to a task and delivers what can be.
   *
   * @returns whether the job is over: all is delivered, or `take` returned false
   * @throws an error that a task threw, once it is that task's turn
   */
  add(task: number, answer: TaskAnswer): boolean {
    this.ready.set(task, answer);
    for (
      let head = this.ready.get(this.delivered);
      head !== undefined;
      head = this.ready.get(this.delivered)
    ) {
      this.ready.delete(this.delivered++);
      if ('error' in head) throw new Error(head.error);
      if (!this.take(head.result as never) || this.delivered === this.count) return true;
    }
    return false;
  }
}
