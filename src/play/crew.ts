import type { Executor } from '../experiments/executors/executor.ts';
import { inlineExecutor } from '../experiments/executors/inline.ts';
import { InOrder, type TaskAnswer, type TaskMessage } from '../experiments/executors/taskMessages.ts';
import type { Job, TaskKind, TaskKinds } from '../experiments/tasks/tasks.ts';

/** A thread that runs tasks, as the one that asks sees it. */
export interface Helper {
  onmessage: ((event: { readonly data: TaskAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: TaskMessage): void;
  terminate(): void;
}

/** Says that work was given up because something newer was asked. */
export class DroppedWork extends Error {
  constructor() {
    super('something newer was asked');
  }
}

/** Runs of a job that the asking thread plays itself: a helper may be busy for longer. */
const MOST_OWN_RUNS = 1;
/** Attempts per task if helpers die of it. */
const MAX_TRIES = 3;

/** A job on its way. */
interface Work {
  readonly job: Job;
  readonly results: InOrder;
  /** Tasks to hand out, the next one last, and how often each was tried. */
  readonly waiting: number[];
  readonly tries: number[];
  readonly finish: (error?: unknown) => void;
  isOver: boolean;
}

/** What a helper is busy with. */
interface Duty {
  readonly work: Work;
  readonly task: number;
}

/**
 * Runs jobs in helper threads and leaves the thread that asks free to answer. The newest job comes first.
 * Results do not depend on the number of helpers.
 */
export class Crew implements Executor {
  private readonly start: () => Helper;
  private readonly size: number;
  private readonly idle: Helper[] = [];
  private readonly busy = new Map<Helper, Duty>();
  /** The job whose common data a helper has. */
  private readonly knows = new WeakMap<Helper, Job>();
  private works: Work[] = [];
  /** Helpers that may be busy at once. */
  private most: number;

  /** @param size number of helpers; they are started when they are needed */
  constructor(start: () => Helper, size: number) {
    this.start = start;
    this.size = size;
    this.most = size;
  }

  /** Leaves half of the helpers free for what may be asked, or takes all of them again. */
  set isHalved(isHalved: boolean) {
    this.most = isHalved ? Math.ceil(this.size / 2) : this.size;
  }

  run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
  ): Promise<void> {
    if (this.size < 1 || isSmall(job)) return inlineExecutor.run(job, take);
    return new Promise((resolve, reject) => {
      const work: Work = {
        job: job as unknown as Job,
        results: new InOrder(job.tasks.length, take as (result: never) => boolean),
        waiting: job.tasks.map((_, task) => task).reverse(),
        tries: job.tasks.map(() => 0),
        isOver: false,
        finish: (error) => {
          if (work.isOver) return;
          work.isOver = true;
          this.works = this.works.filter((each) => each !== work);
          if (error === undefined) resolve();
          else reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      this.works.unshift(work);
      this.employ();
    });
  }

  /** Gives up all jobs: whoever waits for one gets {@link DroppedWork}. */
  drop(): void {
    for (const work of [...this.works]) work.finish(new DroppedWork());
  }

  /** Hands out tasks while there are helpers without one. */
  private employ(): void {
    for (;;) {
      const work = this.works.find(({ waiting }) => waiting.length > 0);
      if (work === undefined || this.busy.size >= this.most) return;
      this.give(this.idle.pop() ?? this.begin(), work);
    }
  }

  private begin(): Helper {
    const helper = this.start();
    helper.onmessage = ({ data }) => {
      const duty = this.busy.get(helper);
      this.busy.delete(helper);
      this.idle.push(helper);
      if (duty !== undefined && !duty.work.isOver) deliver(duty, data);
      this.employ();
    };
    helper.onerror = () => this.lose(helper);
    return helper;
  }

  private give(helper: Helper, work: Work): void {
    const task = work.waiting.pop()!;
    work.tries[task]++;
    this.busy.set(helper, { work, task });
    const { kind, common, tasks } = work.job;
    if (this.knows.get(helper) !== work.job) {
      this.knows.set(helper, work.job);
      helper.postMessage({ kind, common });
    }
    helper.postMessage({ task: tasks[task] });
  }

  /** A helper that died is replaced, and its task is tried again. */
  private lose(helper: Helper): void {
    helper.terminate();
    const duty = this.busy.get(helper);
    this.busy.delete(helper);
    if (this.idle.includes(helper)) this.idle.splice(this.idle.indexOf(helper), 1);
    if (duty !== undefined && !duty.work.isOver) {
      const { work, task } = duty;
      if (work.tries[task] < MAX_TRIES) work.waiting.push(task);
      else work.finish(new Error('a thread of the simulation ended unexpectedly'));
    }
    this.employ();
  }
}

function deliver({ work, task }: Duty, answer: TaskAnswer): void {
  try {
    if (work.results.add(task, answer)) work.finish();
  } catch (error) {
    work.finish(error);
  }
}

function isSmall({ kind, common, tasks }: Job): boolean {
  if (tasks.length === 0) return true;
  if (kind !== 'replicates') return false;
  const { runs } = common as TaskKinds['replicates']['common'];
  const chunks = tasks as readonly TaskKinds['replicates']['task'][];
  return runs.length * chunks.reduce((sum, { from, to }) => sum + to - from, 0) <= MOST_OWN_RUNS;
}
