import type { Worker } from 'node:worker_threads';
import { startThread } from '../experiments/executors/startThread.ts';
import { EXIT } from './exit.ts';
import { explain } from './explain.ts';
import { ProgressBar } from './progressBar.ts';
import { type CommandName, columns, print, type Said, tell } from './streams.ts';

/** The flags that the process itself reads, out of those of a command. */
interface Flags {
  readonly quiet?: boolean;
}

type SupervisedArgs = [Flags] | [file: string, Flags];

/** Milliseconds after a request to stop by which a command must have noticed it. */
const TO_STOP_MS = 600;
/** Milliseconds after a request to stop by which it must have summed up, rendered and written its results. */
const TO_WRITE_MS = 2500;

/**
 * Runs a command in a thread of its own and writes its output in this process. A signal can therefore end any
 * command, whatever it is doing. The command is asked to stop and to report what is finished; if that takes
 * too long, its thread is terminated.
 *
 * @param args what the command takes; its flags come last
 * @returns the exit code
 */
export async function supervise(command: CommandName, ...args: SupervisedArgs): Promise<number> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const worker = startThread(new URL('./commandThread.js', import.meta.url), import.meta.url, {
    workerData: { command, args, columns: columns(), stop },
  });
  const { quiet } = args.at(-1) as Flags;
  return new Supervisor(worker, stop, new ProgressBar(quiet === true)).end();
}

/** Relays a thread's output, and ends the thread on request. */
class Supervisor {
  private readonly worker: Worker;
  private readonly stop: Int32Array;
  private readonly bar: ProgressBar;
  private last: Extract<Said, { kind: 'progress' }> | undefined;
  private isWriting = false;
  private signal: 'SIGINT' | 'SIGTERM' | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(worker: Worker, stop: Int32Array, bar: ProgressBar) {
    this.worker = worker;
    this.stop = stop;
    this.bar = bar;
  }

  async end(): Promise<number> {
    const onInterrupt = () => this.askToStop('SIGINT');
    const onTerminate = () => this.askToStop('SIGTERM');
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
    try {
      const code = await new Promise<number>((resolve) => {
        let answer: number | undefined;
        this.worker.on('message', (message: Said) => {
          if (message.kind === 'end') answer = message.code;
          else this.take(message);
        });
        this.worker.on('error', (error) => {
          this.bar.clear();
          answer = explain(error);
        });
        this.worker.on('exit', () => resolve(answer ?? this.endedEarly()));
      });
      return this.signal === 'SIGTERM' && code === EXIT.stopped ? EXIT.terminated : code;
    } finally {
      clearTimeout(this.timer);
      this.bar.clear();
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    }
  }

  private take(message: Exclude<Said, { kind: 'end' }>): void {
    switch (message.kind) {
      case 'progress':
        this.last = message;
        this.bar.draw(message.done, message.of, message.what);
        return;
      case 'results':
        this.isWriting = true;
        this.bar.clear();
        return;
      default:
        this.bar.clear();
        (message.kind === 'print' ? print : tell)(message.text);
    }
  }

  /** Asks the thread to stop; terminates it at the second request, or if stopping takes too long. */
  private askToStop(signal: 'SIGINT' | 'SIGTERM'): void {
    if (this.signal !== undefined) {
      void this.worker.terminate();
      return;
    }
    this.signal = signal;
    Atomics.store(this.stop, 0, 1);
    this.timer = setTimeout(() => {
      if (!this.isWriting) void this.worker.terminate();
      else this.timer = setTimeout(() => void this.worker.terminate(), TO_WRITE_MS - TO_STOP_MS);
    }, TO_STOP_MS);
  }

  private endedEarly(): number {
    this.bar.clear();
    const { last } = this;
    tell(
      last === undefined || last.done === 0
        ? 'Stopped during preparation: nothing is reported.\n'
        : `Stopped at ${last.done} of ${last.of} (${last.what}): nothing is reported.\n`,
    );
    return EXIT.stopped;
  }
}
