/** Width of the bar in characters. */
const WIDTH = 30;

/** Progress bar on stderr. Silent with `--quiet` and when stderr is not a terminal. */
export class ProgressBar {
  private readonly live: boolean;
  private readonly began = performance.now();
  private isDrawn = false;
  /** The part of the work that is counted, and when it began. */
  private part = { what: '', began: performance.now() };

  constructor(quiet: boolean) {
    this.live = !quiet && process.stderr.isTTY === true;
  }

  draw(done: number, of: number, what: string): void {
    if (!this.live) return;
    this.isDrawn = true;
    const full = of > 0 ? Math.round((WIDTH * done) / of) : 0;
    const now = performance.now();
    const seconds = (now - this.began) / 1000;
    if (what !== this.part.what) this.part = { what, began: now };
    const left = secondsLeft(done, of, (now - this.part.began) / 1000);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    process.stderr.write(`\r\u001b[2K${bar} ${done}/${of} ${what} ${seconds.toFixed(0)} s${left}`);
  }

  clear(): void {
    if (this.isDrawn) process.stderr.write('\r\u001b[2K');
    this.isDrawn = false;
  }
}

/** Seconds of a part from which its end can be told. */
const LEAST_S = 1;

/** An estimate of the time left in a part of the work, at the pace so far; empty while it cannot be told. */
export function secondsLeft(done: number, of: number, spentS: number): string {
  if (done <= 0 || done >= of || spentS < LEAST_S) return '';
  return `, about ${Math.max(1, Math.round((spentS * (of - done)) / done))} s left`;
}
