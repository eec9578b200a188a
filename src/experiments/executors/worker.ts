import { parentPort, workerData } from 'node:worker_threads';
import { type Line, LineRunner } from '../lines.ts';

const { lines, seed } = workerData as { lines: readonly Line[]; seed: string };
const runner = new LineRunner(lines, seed);

parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  const chunk = runner.run(from, to);
  parentPort?.postMessage(chunk, [chunk.outcomes.buffer as ArrayBuffer]);
});
