import { availableParallelism } from 'node:os';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';
import { inlineExecutor } from './inline.ts';
import { ThreadPool } from './threadPool.ts';

/** Below this many runs, handing work to warm threads costs more than it saves. */
const WORTH_THREADS = 150;
/**
 * Milliseconds of work that the calling thread does itself before any thread is started: each of them has to
 * warm up, which takes longer than a short comparison does.
 */
const MOST_COLD_MS = 3000;
/** How many times as long the first runs take as those after them, roughly. */
const COLD_TIMES = 5;

/**
 * Does jobs in worker threads, which are kept from one job to the next and keep no process alive while idle.
 * Numbers do not depend on how many there are.
 *
 * @param workers how many threads; by default as many as the machine has cores
 * @param mostColdMs milliseconds of replicates that the calling thread does itself before threads are started
 */
export function threadExecutor(
  workers: number = availableParallelism(),
  mostColdMs = MOST_COLD_MS,
): Executor {
  const pool = new ThreadPool(workers);
  const cold = new ColdStart(mostColdMs);
  return {
    async run<Kind extends TaskKind>(job: Job<Kind>, take: (result: TaskKinds[Kind]['result']) => boolean) {
      const isSmall = workers <= 1 || job.tasks.length < 2 || runsIn(job) < WORTH_THREADS;
      const isCold = job.kind === 'replicates' && !pool.isWarm && !cold.isOver;
      if (!isSmall && !isCold) return pool.run(job, take);
      const done = await cold.run(job, take, isSmall);
      if (done < job.tasks.length) await pool.run({ ...job, tasks: job.tasks.slice(done) }, take);
    },
  };
}

/** Replicates times runs of a job; every other task is worth a thread. */
function runsIn({ kind, common, tasks }: Job): number {
  if (kind !== 'replicates') return Infinity;
  const { runs } = common as TaskKinds['replicates']['common'];
  const chunks = tasks as readonly TaskKinds['replicates']['task'][];
  return runs.length * chunks.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Work in the calling thread, as long as starting threads would take longer. */
class ColdStart {
  private readonly mostMs: number;
  private soFarMs = 0;

  constructor(mostMs: number) {
    this.mostMs = mostMs;
  }

  get isOver(): boolean {
    return this.soFarMs >= this.mostMs;
  }

  /**
   * Does the tasks of a job in turn, all of them or until the rest is worth threads; returns how many are
   * done with.
   */
  async run<Kind extends TaskKind>(
    job: Job<Kind>,
    take: (result: TaskKinds[Kind]['result']) => boolean,
    isSmall: boolean,
  ): Promise<number> {
    const all = job.tasks.length;
    let done = 0;
    let isStopped = false;
    const before = this.soFarMs;
    let began = performance.now();
    await inlineExecutor.run(job, (result) => {
      done++;
      isStopped = !take(result);
      const now = performance.now();
      this.soFarMs += now - began;
      began = now;
      const aheadMs = ((this.soFarMs - before) * (all - done)) / done / COLD_TIMES;
      return !isStopped && (isSmall || this.soFarMs + aheadMs < this.mostMs);
    });
    return isStopped ? all : done;
  }
}
