import { workerData } from 'node:worker_threads';
import { type Surroundings, say } from './streams.ts';

/** Milliseconds between two reports of progress. */
const PAUSE_MS = 50;

/** Progress of a command in its thread: reports it, and knows whether the user has asked to stop. */
export class Progress {
  private readonly stop = (workerData as Surroundings).stop;
  private shown = 0;
  private isNoticed = false;

  /** Whether work must stop after the current part; what is complete is kept. */
  get stopped(): boolean {
    const isStopped = Atomics.load(this.stop, 0) !== 0;
    // Noticed: from now on the command sums up what is finished.
    if (isStopped && !this.isNoticed) this.end();
    this.isNoticed = isStopped;
    return isStopped;
  }

  /** Reports progress; returns false once the user has asked to stop. */
  tell(done: number, of: number, what: string): boolean {
    const now = performance.now();
    if (now - this.shown > PAUSE_MS || done === of) {
      this.shown = now;
      say({ kind: 'progress', done, of, what });
    }
    return !this.stopped;
  }

  /** The work is over; results are rendered and written. */
  end(): void {
    say({ kind: 'results' });
  }
}
