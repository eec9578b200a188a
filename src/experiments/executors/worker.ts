import { parentPort } from 'node:worker_threads';
import { type Chunk, type Line, LineRunner } from '../lines.ts';
import { doStudy, type Studied, type Study } from '../studies.ts';

/** What a worker is asked to do: one of its fields besides `lines`, which are sent once a run and kept. */
export interface Task {
  readonly lines?: { readonly run: number; readonly lines: readonly Line[]; readonly seed: string };
  readonly chunk?: { readonly from: number; readonly to: number };
  readonly study?: Study;
}

export interface Answer {
  readonly chunk?: Chunk;
  readonly studied?: Studied;
  readonly error?: string;
}

let runner: LineRunner | undefined;
let lines: Task['lines'];

parentPort?.on('message', (task: Task) => {
  if (task.lines !== undefined) {
    lines = task.lines;
    runner = undefined;
    return;
  }
  try {
    if (task.study !== undefined)
      return parentPort?.postMessage({ studied: doStudy(task.study) } satisfies Answer);
    runner ??= new LineRunner(lines!.lines, lines!.seed);
    const chunk = runner.run(task.chunk!.from, task.chunk!.to);
    parentPort?.postMessage({ chunk } satisfies Answer, [chunk.outcomes.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({
      error: error instanceof Error ? error.message : String(error),
    } satisfies Answer);
  }
});
