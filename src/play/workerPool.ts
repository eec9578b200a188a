import type { Executor } from '../experiments/executors/executor.ts';
import { inlineExecutor } from '../experiments/executors/inline.ts';
import { InOrder, type TaskAnswer, type TaskMessage } from '../experiments/executors/taskMessages.ts';
import type { Job, TaskKind, TaskKinds } from '../experiments/tasks/tasks.ts';

/** A thread that runs tasks, as the one that asks sees it. */
export interface PoolWorker {
  onmessage: ((event: { readonly data: TaskAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: TaskMessage): void;
  terminate(): void;
}

/** Says that work was given up because something newer was asked. */
export class CancelledError extends Error {
  constructor() {
    super('something newer was asked');
  }
}

/** Attempts per task if workers die of it. */
const MAX_TRIES = 3;

/** A job on its way. */
interface PendingJob {
  readonly job: Job;
  readonly results: InOrder;
  /** Tasks to hand out, the next one last, and how often each was tried. */
  readonly waiting: number[];
  readonly tries: number[];
  readonly finish: (error?: unknown) => void;
  isOver: boolean;
}

/** What a worker is busy with. */
interface Assignment {
  readonly work: PendingJob;
  readonly task: number;
}

/**
 * Runs jobs in worker threads and leaves the thread that asks free to answer. The newest job comes first.
 * Results do not depend on the number of workers.
 */
export class WorkerPool implements Executor {
  private readonly start: () => PoolWorker;
  private readonly size: number;
  private readonly idle: PoolWorker[] = [];
  private readonly busy = new Map<PoolWorker, Assignment>();
  /** The job whose common data a worker has. */
  private readonly knows = new WeakMap<PoolWorker, Job>();
  private pending: PendingJob[] = [];
  /** Workers that may be busy at once. */
  private most: number;

  /** @param size number of workers; they are started when they are needed */
  constructor(start: () => PoolWorker, size: number) {
    this.start = start;
    this.size = size;
    this.most = size;
  }

  /** Background work leaves half of the workers free. */
  set isBackground(isBackground: boolean) {
    this.most = isBackground ? Math.ceil(this.size / 2) : this.size;
  }

  run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
  ): Promise<void> {
    if (this.size < 1 || job.tasks.length === 0) return inlineExecutor.run(job, take);
    return new Promise((resolve, reject) => {
      const work: PendingJob = {
        job: job as unknown as Job,
        results: new InOrder(job.tasks.length, take as (result: never) => boolean),
        waiting: job.tasks.map((_, task) => task).reverse(),
        tries: job.tasks.map(() => 0),
        isOver: false,
        finish: (error) => {
          if (work.isOver) return;
          work.isOver = true;
          this.pending = this.pending.filter((each) => each !== work);
          if (error === undefined) resolve();
          else reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      this.pending.unshift(work);
      this.employ();
    });
  }

  /** Cancels all jobs: whoever waits for one gets {@link CancelledError}. */
  cancelAll(): void {
    for (const work of [...this.pending]) work.finish(new CancelledError());
  }

  /** Hands out tasks while there are workers without one. */
  private employ(): void {
    for (;;) {
      const work = this.pending.find(({ waiting }) => waiting.length > 0);
      if (work === undefined || this.busy.size >= this.most) return;
      this.give(this.idle.pop() ?? this.begin(), work);
    }
  }

  private begin(): PoolWorker {
    const worker = this.start();
    worker.onmessage = ({ data }) => {
      const assignment = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      if (assignment !== undefined && !assignment.work.isOver) deliver(assignment, data);
      this.employ();
    };
    worker.onerror = () => this.lose(worker);
    return worker;
  }

  private give(worker: PoolWorker, work: PendingJob): void {
    const task = work.waiting.pop()!;
    work.tries[task]++;
    this.busy.set(worker, { work, task });
    const { kind, common, tasks } = work.job;
    if (this.knows.get(worker) !== work.job) {
      this.knows.set(worker, work.job);
      worker.postMessage({ kind, common });
    }
    worker.postMessage({ task: tasks[task] });
  }

  /** A worker that died is replaced, and its task is tried again. */
  private lose(worker: PoolWorker): void {
    worker.terminate();
    const assignment = this.busy.get(worker);
    this.busy.delete(worker);
    if (this.idle.includes(worker)) this.idle.splice(this.idle.indexOf(worker), 1);
    if (assignment !== undefined && !assignment.work.isOver) {
      const { work, task } = assignment;
      if (work.tries[task] < MAX_TRIES) work.waiting.push(task);
      else work.finish(new Error('a thread of the simulation ended unexpectedly'));
    }
    this.employ();
  }
}

function deliver({ work, task }: Assignment, answer: TaskAnswer): void {
  try {
    if (work.results.add(task, answer)) work.finish();
  } catch (error) {
    work.finish(error);
  }
}
