import { workerData } from 'node:worker_threads';
import { explain } from './explain.ts';
import { type CommandName, type Surroundings, say } from './streams.ts';

/** Commands that take long, by name; each loads its modules on demand. */
const COMMANDS: Readonly<Record<CommandName, (...args: never[]) => Promise<number>>> = {
  backsolve: async (file: string, flags: never) =>
    (await import('./backsolveCommand.ts')).backsolveCommand(file, flags),
  best: async (file: string, flags: never) => (await import('./bestCommand.ts')).bestCommand(file, flags),
  compare: async (file: string, flags: never) =>
    (await import('./compareCommand.ts')).compareCommand(file, flags),
  optimise: async (file: string, flags: never) =>
    (await import('./optimiseCommand.ts')).optimiseCommand(file, flags),
  replay: async (file: string, flags: never) =>
    (await import('./replayCommand.ts')).replayCommand(file, flags),
  roles: async (file: string, flags: never) => (await import('./rolesCommand.ts')).rolesCommand(file, flags),
  split: async (file: string, flags: never) => (await import('./splitCommand.ts')).splitCommand(file, flags),
  sweep: async (file: string, flags: never) => (await import('./sweepCommand.ts')).sweepCommand(file, flags),
  validate: async (flags: never) => (await import('./validateCommand.ts')).validateCommand(flags),
};

const { command, args } = workerData as Surroundings;
let code: number;
try {
  code = await COMMANDS[command](...(args as never[]));
} catch (error) {
  code = explain(error);
}
say({ kind: 'end', code });
// Nothing that is still open, such as an executor's threads, may keep this thread alive.
process.exit();
