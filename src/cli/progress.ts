import { workerData } from 'node:worker_threads';
import { type Surroundings, say } from './streams.ts';

/** Minimum number of milliseconds between two reports of progress. */
const PAUSE_MS = 50;

/** Progress of a command in its thread: reports it, and knows whether the user has asked to stop. */
export class Progress {
  private readonly stop = (workerData as Surroundings).stop;
  private shown = 0;
  private isEnded = false;

  /**
   * Whether work must stop after the current part; what is complete is kept. The first time, it tells the
   * process that the command has noticed and now sums up.
   */
  mustStop(): boolean {
    const isAsked = Atomics.load(this.stop, 0) !== 0;
    if (isAsked) this.end();
    return isAsked;
  }

  /** Reports progress; returns false once the user has asked to stop. */
  tell(done: number, of: number, what: string): boolean {
    const now = performance.now();
    if (now - this.shown > PAUSE_MS || done === of) {
      this.shown = now;
      say({ kind: 'progress', done, of, what });
    }
    return !this.mustStop();
  }

  /**
   * Tells the process, once, that the work is over: from now on results are summed up, rendered and written.
   */
  end(): void {
    if (!this.isEnded) say({ kind: 'results' });
    this.isEnded = true;
  }
}
