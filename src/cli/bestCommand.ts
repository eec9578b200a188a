import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { type BestOptions, findBestArm } from '../experiments/commands/best.ts';
import { MOST_REPLICATES } from '../experiments/commands/checkOptions.ts';
import { workOfBest } from '../experiments/commands/work.ts';
import { parsePrecision } from '../experiments/running/precision.ts';
import { bestInWords, renderBest } from '../report/best.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { announceWork } from './announceWork.ts';
import { EXIT } from './exit.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { Progress } from './progress.ts';
import { executorOf, namesIn, type RunningFlags } from './running.ts';
import { columns, print } from './streams.ts';

/** Most sentences of an answer without any talk. */
const MOST_SENTENCES = 3;

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
  const asked: BestOptions = {
    arms: namesIn(flags.arms),
    outcome: flags.outcome,
    ...(flags.delta === undefined ? {} : { delta: parsePrecision(flags.delta, '--delta') }),
    maxReplicates: wholeNumber('--max-replicates', flags.maxReplicates, 100, MOST_REPLICATES),
    seed: flags.seed,
  };
  announceWork({ coreSeconds: workOfBest(scenario, asked), isLimit: true }, flags);
  const best = await findBestArm(scenario, {
    ...asked,
    executor: executorOf(flags, progress),
    onProgress: (done, of, what) => progress.tell(done, of, what),
  });
  progress.end();
  const money = (text: string) => inCurrency(text, symbolOf(scenario.resolved));
  if (flags.json) print(`${canonicalJson(best, '  ')}\n`);
  else if (flags.quiet) print(`${money(bestInWords(best).slice(0, MOST_SENTENCES).join('\n'))}\n`);
  else print(money(renderBest(best, columns())));
  return progress.mustStop() ? EXIT.stopped : EXIT.fine;
}
