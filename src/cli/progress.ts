/**
 * Progress bar on stderr. Silent with `--quiet`, when stderr is not a terminal, and while the work is quick.
 */
export class Progress {
  private readonly live: boolean;
  private shown = 0;
  private readonly began = Date.now();
  /** Set by Ctrl-C: work stops after the current chunk and keeps completed results. */
  stopped = false;
  private readonly onInterrupt = () => {
    if (this.stopped) process.exit(130);
    this.stopped = true;
  };

  constructor(quiet: boolean) {
    this.live = !quiet && process.stderr.isTTY === true;
    process.on('SIGINT', this.onInterrupt);
  }

  /** Draws the bar; returns false once the user has asked to stop. */
  tell(done: number, of: number, what: string): boolean {
    const now = Date.now();
    if (this.live && (now - this.shown > 80 || done === of)) {
      this.shown = now;
      const width = 30;
      const full = of > 0 ? Math.round((width * done) / of) : 0;
      const seconds = (now - this.began) / 1000;
      process.stderr.write(
        `\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${of} ${what} ` +
          `${seconds.toFixed(0)} s`,
      );
    }
    return !this.stopped;
  }

  end(): void {
    if (this.live) process.stderr.write('\r\u001b[2K');
    process.off('SIGINT', this.onInterrupt);
  }
}
