import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { systemWords } from './systemWords.ts';

/** Message of a command's thread to the process that owns the streams. */
export type Said =
  | { readonly kind: 'print' | 'tell'; readonly text: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number; readonly what: string }
  | { readonly kind: 'results' }
  | { readonly kind: 'end'; readonly code: number };

/** Commands that run in a thread of their own. */
export type CommandName =
  | 'backsolve'
  | 'best'
  | 'compare'
  | 'optimise'
  | 'replay'
  | 'split'
  | 'roles'
  | 'sweep'
  | 'validate';

/** What a command's thread knows of the process that started it. */
export interface Surroundings {
  readonly command: CommandName;
  readonly args: readonly unknown[];
  /** Width of stdout, if it is a terminal. */
  readonly columns: number | undefined;
  /** One element in shared memory, set to 1 when the user asks to stop. */
  readonly stop: Int32Array;
}

/** Sends a message to the process that owns the streams. */
export function say(message: Said): void {
  parentPort?.postMessage(message);
}

/** Writes to stdout: results, and nothing else. */
export function print(text: string): void {
  if (isMainThread) process.stdout.write(text);
  else say({ kind: 'print', text });
}

/** Writes to stderr: what the user should know besides the results. */
export function tell(text: string): void {
  if (isMainThread) process.stderr.write(text);
  else say({ kind: 'tell', text });
}

/** Width of stdout in characters, if it is a terminal. */
export function columns(): number | undefined {
  return isMainThread ? process.stdout.columns : (workerData as Surroundings).columns;
}

/** First error of each stream. */
const broken: { stdout?: NodeJS.ErrnoException; stderr?: NodeJS.ErrnoException } = {};

/** Keeps errors of the streams from ending the process: work that is pending is finished first. */
export function ownStreams(): void {
  for (const name of ['stdout', 'stderr'] as const)
    process[name].on('error', (error: NodeJS.ErrnoException) => {
      broken[name] ??= error;
    });
}

/**
 * Waits until everything is written.
 *
 * @returns the reason why stdout lost something, in words; undefined if it lost nothing, and if its reader
 * closed the pipe
 */
export async function flushStreams(): Promise<string | undefined> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve());
    });
  // Errors of a write are emitted after its callback.
  await new Promise((resolve) => setImmediate(resolve));
  const error = broken.stdout;
  return error === undefined || error.code === 'EPIPE' ? undefined : systemWords(error);
}
