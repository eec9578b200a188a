import type { Completion } from '../completions.ts';
import type { ToWorker } from '../protocol.ts';
import type { Complete } from './editor.ts';

type Request = Omit<Extract<ToWorker, { readonly kind: 'complete' }>, 'id'>;

/** Completions for the editor, found by the thread. A newer request ends an older one with an empty list. */
export class Completing {
  private readonly send: (request: Request) => void;
  private found: (completions: readonly Completion[]) => void = () => {};

  constructor(send: (request: Request) => void) {
    this.send = send;
  }

  readonly complete: Complete = (place, isValue, isTextbook) => {
    this.found([]);
    this.send({ kind: 'complete', place, isValue, isTextbook });
    return new Promise((resolve) => {
      this.found = resolve;
    });
  };

  /** Takes what was found for the latest request. */
  take(completions: readonly Completion[]): void {
    this.found(completions);
  }
}
