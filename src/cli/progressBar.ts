/** Width of the bar in characters. */
const WIDTH = 30;

/** Progress bar on stderr. Silent with `--quiet` and when stderr is not a terminal. */
export class ProgressBar {
  private readonly live: boolean;
  private readonly began = performance.now();
  private isDrawn = false;

  constructor(quiet: boolean) {
    this.live = !quiet && process.stderr.isTTY === true;
  }

  draw(done: number, of: number, what: string): void {
    if (!this.live) return;
    this.isDrawn = true;
    const full = of > 0 ? Math.round((WIDTH * done) / of) : 0;
    const seconds = (performance.now() - this.began) / 1000;
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    process.stderr.write(`\r\u001b[2K${bar} ${done}/${of} ${what} ${seconds.toFixed(0)} s`);
  }

  clear(): void {
    if (this.isDrawn) process.stderr.write('\r\u001b[2K');
    this.isDrawn = false;
  }
}
