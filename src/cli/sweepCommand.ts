import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { parseAxis, sweep } from '../experiments/commands/sweep.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import { renderSweepCsv } from '../report/csv.ts';
import { renderSweepMap } from '../report/sweepMap.ts';
import { EXIT } from './exit.ts';
import { loadOptions, readText, tryWriting, wholeNumber, writeWhole } from './files.ts';
import { Progress } from './progress.ts';
import type { RunningFlags } from './runningFlags.ts';
import { print, tell } from './streams.ts';

export async function sweepCommand(
  file: string,
  flags: RunningFlags & {
    readonly vary: readonly string[];
    readonly arms?: string;
    readonly out?: string;
    readonly map?: boolean;
  },
): Promise<number> {
  const axes = flags.vary.map(parseAxis);
  if (flags.map === true && (axes.length > 2 || flags.json === true))
    refuse([
      {
        code: 'usage',
        path: '--map',
        got: flags.json === true ? '--json' : `${axes.length} axes`,
        expected: 'one or two axes, and no --json',
      },
    ]);
  if (flags.out !== undefined) tryWriting(flags.out);
  const progress = new Progress();
  let finished = 0;
  let points = 0;
  let asked = '';
  try {
    const rows = await sweep(
      readText(file),
      axes,
      loadOptions(file, flags.set),
      {
        arms: flags.arms?.split(',').map((name) => name.trim()),
        replicates: wholeNumber('--replicates', flags.replicates, 2, 10_000_000),
        seed: flags.seed,
        executor: threadExecutor(
          wholeNumber('--workers', flags.workers, 1, 512),
          undefined,
          () => progress.stopped,
        ),
        onProgress: () => !progress.stopped,
      },
      (done, of, bundle) => {
        asked = bundle.scenario.outcome;
        finished = done;
        points = of;
        return progress.tell(done, of, 'points');
      },
    );
    progress.end();
    const text = flags.json ? `${canonicalJson({ axes, rows }, '  ')}\n` : renderSweepCsv(axes, rows);
    if (flags.out !== undefined) writeWhole(flags.out, text);
    else if (flags.map !== true) print(text);
    if (flags.map === true) print(renderSweepMap(axes, rows, asked));
    if (!progress.stopped) return EXIT.fine;
    tell(`Stopped: ${finished} of ${points} points were finished and are written.\n`);
    return EXIT.stopped;
  } finally {
    progress.end();
  }
}
