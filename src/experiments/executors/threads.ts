import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Executor, inlineExecutor } from '../executor.ts';
import { CHUNK, type Chunk } from '../lines.ts';
import type { Answer, Task } from './worker.ts';

/** Below this many runs, handing work to threads that are warm costs more than it saves. */
const WORTH_THREADS = 150;
/** How long all runs may take, in milliseconds, that are done in the calling thread: every thread has to warm up by itself, which takes longer than a short comparison does. */
const MOST_COLD_MS = 3000;
/** How many times as long the first runs take as those after them, about. */
const COLD_TIMES = 5;
/** How often a task is tried before its failure is final. */
const MAX_TRIES = 3;

/**
 * Runs work in worker threads: chunks of replicates, and studies of worlds. Tasks are handed out as workers become free and their results are used in the
 * order of the tasks, so the number of workers changes nothing but the time. A worker that dies is replaced and its task done again. Workers
 * are kept from one call to the next, and keep no process alive while they are idle.
 *
 * @param workers how many threads; by default as many as the machine has cores
 * @param mostColdMs how long runs may take, those ahead included, that are done in the calling thread before any thread is started; numbers do not depend on it
 */
export function threadExecutor(
  workers: number = availableParallelism(),
  mostColdMs = MOST_COLD_MS,
): Executor {
  const idle = new Set<Worker>();
  /** The run whose lines a worker has been given. */
  const runOf = new WeakMap<Worker, number>();
  let runs = 0;
  /** How long the calling thread has run lines itself. */
  let coldMs = 0;

  /** An idle worker keeps no process alive, and is forgotten if it dies. */
  const rest = (worker: Worker) => {
    worker.removeAllListeners();
    worker.on('error', () => idle.delete(worker));
    worker.on('exit', () => idle.delete(worker));
    worker.unref();
    idle.add(worker);
  };

  /** Does all tasks, giving each answer on in the order of the tasks until `take` says stop. */
  const doAll = async (tasks: readonly Task[], take: (answer: Answer) => boolean): Promise<void> => {
    if (tasks.length === 0) return;
    const ready = new Map<number, Answer>();
    const tries = new Array<number>(tasks.length).fill(0);
    const waiting = tasks.map((_, i) => i).reverse();
    const busy = new Set<Worker>();
    let delivered = 0;
    await new Promise<void>((resolve, reject) => {
      let over = false;
      const finish = (error?: unknown) => {
        if (over) return;
        over = true;
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      const employ = () => {
        const [worker = startWorker()] = idle;
        idle.delete(worker);
        worker.removeAllListeners();
        worker.ref();
        busy.add(worker);
        let current = -1;
        const next = () => {
          const task = waiting.pop();
          if (task === undefined) {
            busy.delete(worker);
            rest(worker);
            return;
          }
          current = task;
          tries[task]++;
          const { lines, ...work } = tasks[task];
          if (lines !== undefined && runOf.get(worker) !== lines.run) {
            runOf.set(worker, lines.run);
            worker.postMessage({ lines });
          }
          worker.postMessage(work);
        };
        const lost = (error: unknown) => {
          if (over || !busy.delete(worker)) return;
          void worker.terminate();
          if (tries[current] >= MAX_TRIES) return finish(error);
          waiting.push(current);
          employ();
        };
        worker.on('message', (answer: Answer) => {
          if (over) return;
          ready.set(current, answer);
          next();
          for (let head = ready.get(delivered); head !== undefined; head = ready.get(delivered)) {
            ready.delete(delivered++);
            try {
              if (head.error !== undefined) throw new Error(head.error);
              if (!take(head) || delivered === tasks.length) return finish();
            } catch (error) {
              return finish(error);
            }
          }
        });
        worker.on('error', lost);
        worker.on('exit', (code) => lost(new Error(`a worker thread ended with code ${code}`)));
        next();
      };
      for (let i = 0; i < Math.min(workers, tasks.length); i++) employ();
      // Those still busy when the work is broken off are of no more use.
    }).finally(() => Promise.all([...busy].map((worker) => worker.terminate())));
  };

  return {
    async run(lines, seed, to, onChunk, start = 0) {
      let from = start;
      const isSmall = workers <= 1 || lines.length * (to - start) < WORTH_THREADS;
      if (isSmall || (idle.size === 0 && coldMs < mostColdMs)) {
        let isStopped = false;
        const before = coldMs;
        let began = performance.now();
        const take = (chunk: Chunk) => {
          from = chunk.to;
          isStopped = !onChunk(chunk);
          const now = performance.now();
          coldMs += now - began;
          began = now;
          const aheadMs = ((coldMs - before) * (to - from)) / (from - start) / COLD_TIMES;
          return !isStopped && (isSmall || coldMs + aheadMs < mostColdMs);
        };
        await inlineExecutor.run(lines, seed, to, take, start);
        if (isStopped || from >= to) return;
      }
      const shared = { run: ++runs, lines, seed };
      const tasks = Array.from({ length: Math.ceil((to - from) / CHUNK) }, (_, i): Task => {
        return { lines: shared, chunk: { from: from + i * CHUNK, to: Math.min(to, from + (i + 1) * CHUNK) } };
      });
      await doAll(tasks, (answer) => onChunk(answer.chunk!));
    },
    async study(studies, onDone) {
      if (workers <= 1 || studies.length < 2) return inlineExecutor.study(studies, onDone);
      await doAll(
        studies.map((study): Task => ({ study })),
        (answer) => onDone(answer.studied!),
      );
    },
  };
}

/** A worker that runs the same way as this file: compiled, or from source through tsx (whose hooks a thread must register itself). */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url));
  const source = new URL('./worker.ts', import.meta.url).href;
  const boot = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(boot, { eval: true });
}
