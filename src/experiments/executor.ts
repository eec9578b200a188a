import { CHUNK, type Chunk, type Line, LineRunner } from './lines.ts';
import { doStudy, type Studied, type Study } from './studies.ts';

/** Does work somewhere: in this thread, or in workers. */
export interface Executor {
  /** Calls `onChunk` for every chunk in the order of replicates; stops early when it returns false. */
  run(lines: readonly Line[], seed: string, replicates: number, onChunk: (chunk: Chunk) => boolean): Promise<void>;
  /** Calls `onDone` for every study in their order; stops early when it returns false. */
  study(studies: readonly Study[], onDone: (studied: Studied) => boolean): Promise<void>;
}

/** Does everything in the calling thread, giving way to other work in between. */
export const inlineExecutor: Executor = {
  async run(lines, seed, replicates, onChunk) {
    const runner = new LineRunner(lines, seed);
    for (let from = 0; from < replicates; from += CHUNK) {
      if (!onChunk(runner.run(from, Math.min(replicates, from + CHUNK)))) return;
      await Promise.resolve();
    }
  },
  async study(studies, onDone) {
    for (const study of studies) {
      if (!onDone(doStudy(study))) return;
      await Promise.resolve();
    }
  },
};
