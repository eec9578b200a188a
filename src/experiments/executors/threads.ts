import { availableParallelism } from 'node:os';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';
import { inlineExecutor } from './inline.ts';
import { ThreadPool } from './threadPool.ts';

/** Below this many runs, handing work to warm threads costs more than it saves. */
const WORTH_THREADS = 150;
/**
 * Maximum number of milliseconds of replicates, over all jobs so far and the estimated rest of this one, that
 * are played in the calling thread. Warming up threads takes as long.
 */
const MOST_COLD_MS = 3000;
/** Approximate slowdown of the first runs relative to later ones. */
const COLD_TIMES = 5;

/**
 * Runs jobs in worker threads. Threads are reused across jobs and do not keep the process alive while idle.
 * Results do not depend on their number.
 *
 * @param workers number of threads; default: the number of cores
 * @param mostColdMs maximum number of milliseconds of replicates played in the calling thread beforehand
 * @param isStopped polled while threads play replicates; once true, the sample ends with what is finished
 */
export function threadExecutor(
  workers: number = availableParallelism(),
  mostColdMs = MOST_COLD_MS,
  isStopped: () => boolean = () => false,
): Executor {
  const pool = new ThreadPool(workers);
  const cold = new ColdStart(mostColdMs);
  return {
    async run<Kind extends TaskKind>(job: Job<Kind>, take: (result: TaskKinds[Kind]['result']) => boolean) {
      const isSmall = workers <= 1 || job.tasks.length < 2 || runsIn(job) < WORTH_THREADS;
      const isCold = job.kind === 'replicates' && !pool.isWarm && !cold.isOver;
      // Other jobs have no use for part of their results.
      const mayStop = job.kind === 'replicates' ? isStopped : () => false;
      if (!isSmall && !isCold) return pool.run(job, take, mayStop);
      const done = await cold.run(job, take, isSmall);
      if (done < job.tasks.length) await pool.run({ ...job, tasks: job.tasks.slice(done) }, take, mayStop);
    },
  };
}

/** Total runs of a job (replicates times runs); a job of any other kind always counts as worth threads. */
function runsIn({ kind, common, tasks }: Job): number {
  if (kind !== 'replicates') return Infinity;
  const { runs } = common as TaskKinds['replicates']['common'];
  const chunks = tasks as readonly TaskKinds['replicates']['task'][];
  return runs.length * chunks.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Runs work in the calling thread as long as starting threads would take longer. */
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
   * Runs tasks in order until the rest is worth starting threads.
   *
   * @returns the number of tasks that need no further work: those completed, or all if `take` stopped the job
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
