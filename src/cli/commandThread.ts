import { workerData } from 'node:worker_threads';
import { explain } from './explain.ts';
import { type Surroundings, say } from './streams.ts';

/** Commands that take long, by name; each loads its modules on demand. */
const COMMANDS: Readonly<Record<string, (...args: never[]) => Promise<number>>> = {
  best: async (...args) => (await import('./bestCommand.ts')).bestCommand(...(args as [never, never])),
  compare: async (...args) =>
    (await import('./compareCommand.ts')).compareCommand(...(args as [never, never])),
  optimise: async (...args) =>
    (await import('./optimiseCommand.ts')).optimiseCommand(...(args as [never, never])),
  replay: async (...args) => (await import('./replayCommand.ts')).replayCommand(...(args as [never, never])),
  sweep: async (...args) => (await import('./sweepCommand.ts')).sweepCommand(...(args as [never, never])),
  validate: async (...args) => (await import('./validateCommand.ts')).validateCommand(...(args as [never])),
};

const { command, args } = workerData as Surroundings;
let code: number;
try {
  code = await COMMANDS[command](...(args as never[]));
} catch (error) {
  code = explain(error);
}
say({ kind: 'end', code });
// Idle threads of executors would keep this one alive.
process.exit();
