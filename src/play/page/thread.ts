import type { FromWorker, ToWorker } from '../protocol.ts';

/** Begins a new thread that often in a row before it gives up. */
const MOST_RESTARTS = 3;

type Unnumbered<Message> = Message extends { readonly id: number } ? Omit<Message, 'id'> : never;

/** The thread that simulates. Answers to questions other than the latest are dropped. */
export class Thread {
  private readonly script: string;
  private readonly take: (message: FromWorker) => void;
  private readonly onStopped: () => void;
  private worker: Worker | undefined;
  private lastId = 0;
  private latest: Readonly<Record<string, number>> = {};
  private restarts = 0;

  /**
   * @param onStopped called after a thread died and another was begun, which has no scenario yet
   */
  constructor(script: string, take: (message: FromWorker) => void, onStopped: () => void) {
    this.script = script;
    this.take = take;
    this.onStopped = onStopped;
    this.begin();
  }

  /** Sends a message, and returns its number. */
  send(message: Unnumbered<ToWorker>): number {
    const id = ++this.lastId;
    // A view may answer the opening of a scenario too.
    const kind = message.kind === 'open' ? 'view' : message.kind;
    this.latest = { ...this.latest, [kind]: id };
    this.worker?.postMessage({ ...message, id });
    return id;
  }

  /** Begins a new thread in the place of one that is busy. */
  renew(): void {
    this.worker?.terminate();
    this.begin();
  }

  /** Ends the thread as if it had died; for tests. */
  kill(): void {
    this.worker?.terminate();
    this.stopped();
  }

  private begin(): void {
    const address = URL.createObjectURL(new Blob([this.script], { type: 'text/javascript' }));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.restarts = 0;
      if (this.isAwaited(data)) this.take(data);
    };
    this.worker.onerror = () => this.stopped();
    this.send({ kind: 'begin', script: this.script });
  }

  private isAwaited({ kind, id }: FromWorker): boolean {
    if (kind === 'answer') return id === this.latest.ask;
    if (kind === 'completions') return id === this.latest.complete;
    if (kind === 'tested' || kind === 'testing') return id === this.latest.sensitivity;
    if (kind === 'prefetch') return id === this.latest.prefetch;
    if (kind === 'view') return id === this.latest.view;
    if (kind === 'story') return id === this.latest.story;
    if (kind === 'saved') return id === this.latest.save;
    if (kind === 'text') return id === this.latest.text;
    return Object.values(this.latest).includes(id);
  }

  private stopped(): void {
    this.worker?.terminate();
    this.worker = undefined;
    if (++this.restarts > MOST_RESTARTS) return;
    this.begin();
    this.onStopped();
  }
}
