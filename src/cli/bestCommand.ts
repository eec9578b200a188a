import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { findBestArm } from '../experiments/commands/best.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import { parsePrecision } from '../experiments/running/precision.ts';
import { renderBest } from '../report/best.ts';
import { EXIT } from './exit.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { Progress } from './progress.ts';
import type { RunningFlags } from './runningFlags.ts';
import { columns, print } from './streams.ts';

export async function bestCommand(
  file: string,
  flags: RunningFlags & {
    readonly arms?: string;
    readonly outcome?: string;
    readonly delta?: string;
    readonly maxReplicates?: string;
  },
): Promise<number> {
  if (flags.replicates !== undefined)
    refuse([
      {
        code: 'usage',
        path: '--replicates',
        got: flags.replicates,
        expected: '--max-replicates: how many runs each arm takes is what this finds out',
      },
    ]);
  const scenario = loadScenario(file, flags.set);
  const progress = new Progress();
  try {
    const best = await findBestArm(scenario, {
      arms: flags.arms?.split(',').map((name) => name.trim()),
      outcome: flags.outcome,
      ...(flags.delta === undefined ? {} : { delta: parsePrecision(flags.delta, '--delta') }),
      maxReplicates: wholeNumber('--max-replicates', flags.maxReplicates, 100, 10_000_000),
      seed: flags.seed,
      executor: threadExecutor(
        wholeNumber('--workers', flags.workers, 1, 512),
        undefined,
        () => progress.stopped,
      ),
      onProgress: (done, of, what) => progress.tell(done, of, what),
    });
    progress.end();
    if (flags.json) print(`${canonicalJson(best, '  ')}\n`);
    else if (!flags.quiet) print(renderBest(best, columns()));
    return progress.stopped ? EXIT.stopped : EXIT.fine;
  } finally {
    progress.end();
  }
}
