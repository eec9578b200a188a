import { CHUNK, type Chunk, type Line, LineRunner } from './lines.ts';
import { doStudy, type Studied, type Study } from './studies.ts';

/** Does work somewhere: in this thread, or in workers. */
export interface Executor {
  /** Calls `onChunk` for every chunk of replicates `from` to `to` - 1 in their order; stops early when it returns false. */
  run(
    lines: readonly Line[],
    seed: string,
    to: number,
    onChunk: (chunk: Chunk) => boolean,
    from?: number,
  ): Promise<void>;
  /** Calls `onDone` for every study in their order; stops early when it returns false. */
  study(studies: readonly Study[], onDone: (studied: Studied) => boolean): Promise<void>;
}

/** Gives way to timers, signals and pages, so that a run can be watched and broken off. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    // Pages have no setImmediate, and wait a little longer.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}

/** Does everything in the calling thread, giving way to other work in between. */
export const inlineExecutor: Executor = {
  async run(lines, seed, to, onChunk, from = 0) {
    const runner = new LineRunner(lines, seed);
    for (let next = from; next < to; next += CHUNK) {
      if (!onChunk(runner.run(next, Math.min(to, next + CHUNK)))) return;
      await breathe();
    }
  },
  async study(studies, onDone) {
    for (const study of studies) {
      if (!onDone(doStudy(study))) return;
      await breathe();
    }
  },
};
