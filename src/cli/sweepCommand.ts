import { canonicalJson } from '../core/canonicalJson.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import { parseAxis, sweep } from '../experiments/sweep.ts';
import { renderSweepCsv } from '../report/csv.ts';
import { EXIT } from './exit.ts';
import { loadOptions, readText, wholeNumber, writeWhole } from './files.ts';
import { Progress } from './progress.ts';

export async function sweepCommand(
  file: string,
  flags: {
    vary: readonly string[];
    arms?: string;
    replicates?: string;
    seed?: string;
    set: readonly string[];
    workers?: string;
    out?: string;
    json?: boolean;
    quiet?: boolean;
  },
): Promise<number> {
  const axes = flags.vary.map(parseAxis);
  const progress = new Progress(flags.quiet === true);
  let finished = 0;
  let points = 0;
  try {
    const rows = await sweep(
      readText(file),
      axes,
      loadOptions(file, flags.set),
      {
        arms: flags.arms?.split(',').map((name) => name.trim()),
        replicates: wholeNumber('--replicates', flags.replicates, 2, 10_000_000),
        seed: flags.seed,
        executor: threadExecutor(wholeNumber('--workers', flags.workers, 1, 512)),
        onProgress: () => !progress.stopped,
      },
      (done, of) => {
        finished = done;
        points = of;
        return progress.tell(done, of, 'points');
      },
    );
    progress.end();
    const text = flags.json ? `${canonicalJson({ axes, rows }, '  ')}\n` : renderSweepCsv(axes, rows);
    if (flags.out === undefined) process.stdout.write(text);
    else writeWhole(flags.out, text);
    if (!progress.stopped) return EXIT.fine;
    process.stderr.write(`Stopped: ${finished} of ${points} points were finished and are written.\n`);
    return EXIT.stopped;
  } finally {
    progress.end();
  }
}
