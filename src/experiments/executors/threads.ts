import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CHUNK, type Chunk, type Executor, inlineExecutor } from '../lines.ts';

/** Below this many runs, starting threads costs more than it saves. */
const WORTH_THREADS = 150;
/** How often a chunk is tried before its failure is final. */
const MAX_TRIES = 3;

/**
 * Runs chunks of replicates in worker threads. Chunks are handed out as workers become free and given on in the order of replicates, so the number
 * of workers changes nothing but the time. A worker that dies is replaced and its chunk done again.
 *
 * @param workers how many threads; by default as many as the machine has cores
 */
export function threadExecutor(workers: number = availableParallelism()): Executor {
  return {
    async run(lines, seed, replicates, onChunk) {
      if (workers <= 1 || lines.length * replicates < WORTH_THREADS)
        return inlineExecutor.run(lines, seed, replicates, onChunk);
      const chunks = Math.ceil(replicates / CHUNK);
      const ready = new Map<number, Chunk>();
      const tries = new Array<number>(chunks).fill(0);
      const waiting = Array.from({ length: chunks }, (_, i) => i).reverse();
      const pool = new Set<Worker>();
      let delivered = 0;
      await new Promise<void>((resolve, reject) => {
        let over = false;
        const finish = (error?: unknown) => {
          if (over) return;
          over = true;
          if (error === undefined) resolve();
          else reject(error instanceof Error ? error : new Error(String(error)));
        };
        const start = () => {
          const worker = startWorker({ lines, seed });
          pool.add(worker);
          let current = -1;
          const next = () => {
            const chunk = waiting.pop();
            if (chunk === undefined) {
              current = -1;
              pool.delete(worker);
              void worker.terminate();
              return;
            }
            current = chunk;
            tries[chunk]++;
            worker.postMessage({ from: chunk * CHUNK, to: Math.min(replicates, (chunk + 1) * CHUNK) });
          };
          const lost = (error: unknown) => {
            if (over || !pool.delete(worker)) return;
            void worker.terminate();
            if (current >= 0) {
              if (tries[current] >= MAX_TRIES) return finish(error);
              waiting.push(current);
            }
            if (waiting.length > 0) start();
          };
          worker.on('message', (chunk: Chunk) => {
            if (over) return;
            ready.set(chunk.from / CHUNK, chunk);
            next();
            for (let head = ready.get(delivered); head !== undefined; head = ready.get(delivered)) {
              ready.delete(delivered++);
              try {
                if (!onChunk(head) || delivered === chunks) return finish();
              } catch (error) {
                return finish(error);
              }
            }
          });
          worker.on('error', lost);
          worker.on('exit', (code) => lost(new Error(`a worker thread ended with code ${code}`)));
          next();
        };
        for (let i = 0; i < Math.min(workers, chunks); i++) start();
      }).finally(() => Promise.all([...pool].map((worker) => worker.terminate())));
    },
  };
}

/** A worker that runs the same way as this file: compiled, or from source through tsx (whose hooks a thread must register itself). */
function startWorker(workerData: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const source = new URL('./worker.ts', import.meta.url).href;
  const boot = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(boot, { eval: true, workerData });
}
