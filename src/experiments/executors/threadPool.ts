import type { Worker } from 'node:worker_threads';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import { startThread } from './startThread.ts';
import { InOrder, type TaskAnswer, type TaskMessage } from './taskMessages.ts';

/**
 * Maximum number of attempts per task if threads die of it. An error that the task itself throws is final.
 */
const MAX_TRIES = 3;
/** Milliseconds between two looks at whether the work must stop. */
const LOOK_MS = 50;

/** Worker threads that are reused across jobs. */
export class ThreadPool {
  private readonly size: number;
  private readonly idle = new Set<Worker>();
  /** Job whose common data a thread holds. */
  private readonly jobOf = new WeakMap<Worker, number>();
  private jobs = 0;

  constructor(size: number) {
    this.size = size;
  }

  /** Whether warm threads are idle. */
  get isWarm(): boolean {
    return this.idle.size > 0;
  }

  /**
   * Assigns tasks to threads as they become free and delivers results in task order. A thread that dies is
   * replaced, and its task is retried.
   *
   * @param isStopped polled during the job; once true, the job ends with the results delivered so far
   */
  async run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
    isStopped: () => boolean = () => false,
  ): Promise<void> {
    if (job.tasks.length === 0) return;
    const rota = new Rota(job as unknown as Job, ++this.jobs, this, take as (result: never) => boolean);
    const looking = setInterval(() => {
      if (isStopped()) rota.stop();
    }, LOOK_MS);
    try {
      await rota.work(Math.min(this.size, job.tasks.length));
    } finally {
      clearInterval(looking);
      // Threads still busy when the job ends early are terminated.
      await Promise.all([...rota.busy].map((worker) => worker.terminate()));
    }
  }

  /** An idle thread, or a new one. */
  hire(): Worker {
    const [worker = startWorker()] = this.idle;
    this.idle.delete(worker);
    worker.removeAllListeners();
    worker.ref();
    return worker;
  }

  /** An idle thread does not keep the process alive, and is removed if it dies. */
  rest(worker: Worker): void {
    worker.removeAllListeners();
    worker.on('error', () => this.idle.delete(worker));
    worker.on('exit', () => this.idle.delete(worker));
    worker.unref();
    this.idle.add(worker);
  }

  /** Sends a task to a thread, preceded by the job's common data if the thread lacks it. */
  send(worker: Worker, job: Job, number: number, task: number): void {
    if (this.jobOf.get(worker) !== number) {
      this.jobOf.set(worker, number);
      worker.postMessage({ kind: job.kind, common: job.common } satisfies TaskMessage);
    }
    worker.postMessage({ task: job.tasks[task] } satisfies TaskMessage);
  }
}

/** The state of one job in a pool. */
class Rota {
  readonly busy = new Set<Worker>();
  private readonly job: Job;
  private readonly number: number;
  private readonly pool: ThreadPool;
  private readonly results: InOrder;
  private readonly waiting: number[];
  private readonly tries: number[];
  private isOver = false;
  private finish: (error?: unknown) => void = () => {};

  constructor(job: Job, number: number, pool: ThreadPool, take: (result: never) => boolean) {
    this.job = job;
    this.number = number;
    this.pool = pool;
    this.results = new InOrder(job.tasks.length, take);
    this.waiting = job.tasks.map((_, i) => i).reverse();
    this.tries = job.tasks.map(() => 0);
  }

  work(threads: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.finish = (error) => {
        if (this.isOver) return;
        this.isOver = true;
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      for (let i = 0; i < threads; i++) this.employ();
    });
  }

  /** Ends the job with the results delivered so far. */
  stop(): void {
    this.finish();
  }

  private employ(): void {
    const worker = this.pool.hire();
    this.busy.add(worker);
    let current = -1;
    const next = () => {
      const task = this.waiting.pop();
      if (task === undefined) {
        this.busy.delete(worker);
        this.pool.rest(worker);
        return;
      }
      current = task;
      this.tries[task]++;
      this.pool.send(worker, this.job, this.number, task);
    };
    const lost = (error: unknown) => {
      if (this.isOver || !this.busy.delete(worker)) return;
      void worker.terminate();
      if (this.tries[current] >= MAX_TRIES) return this.finish(error);
      this.waiting.push(current);
      this.employ();
    };
    worker.on('message', (answer: TaskAnswer) => {
      if (this.isOver) return;
      const task = current;
      next();
      this.deliver(task, answer);
    });
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`a worker thread ended with code ${code}`)));
    next();
  }

  private deliver(task: number, answer: TaskAnswer): void {
    try {
      if (this.results.add(task, answer)) this.finish();
    } catch (error) {
      this.finish(error);
    }
  }
}

const startWorker = () => startThread(new URL('./thread.js', import.meta.url), import.meta.url);
