import type { AgainstReferenceOptions } from '../experiments/commands/againstReference.ts';
import { MOST_REPLICATES } from '../experiments/commands/checkOptions.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { displayName } from '../report/titled.ts';
import { asRevenue } from '../scenario/load.ts';
import type { RevenueScenario } from '../scenario/scenario.ts';
import { announceWork } from './announceWork.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { printFound } from './printFound.ts';
import { Progress } from './progress.ts';
import { executorOf, type RunningFlags } from './running.ts';

/** Runs of each combination, unless asked otherwise. */
const USUAL = 200;

/** A command that compares one arm with the reference: what it runs, and how its result is printed. */
export interface Study<Result> {
  readonly run: (scenario: RevenueScenario, options: AgainstReferenceOptions) => Promise<Result | undefined>;
  /** Core-seconds that it is expected to take. */
  readonly work: (scenario: RevenueScenario, replicates: number) => number;
  /** Its sentences, which `--quiet` prints. */
  readonly words: (result: Result, name: (arm: string) => string) => string[];
  readonly render: (result: Result, resolved: RevenueScenario['resolved']) => string;
}

/** Runs a study of one arm against the reference and prints it. */
export async function againstReference<Result>(
  { run, work, words, render }: Study<Result>,
  file: string,
  flags: RunningFlags & { readonly arm: string },
): Promise<number> {
  const scenario = asRevenue(loadScenario(file, flags.set), file);
  const replicates = wholeNumber('--replicates', flags.replicates, 2, MOST_REPLICATES) ?? USUAL;
  announceWork({ coreSeconds: work(scenario, replicates), isLimit: false }, flags);
  const progress = new Progress();
  const found = await run(scenario, {
    arm: flags.arm,
    replicates,
    seed: flags.seed,
    executor: executorOf(flags, progress),
    onProgress: (done, of, what) => progress.tell(done, of, what),
  });
  const { resolved } = scenario;
  return printFound(found, progress, {
    isJson: flags.json === true,
    text: (result) =>
      flags.quiet
        ? inCurrency(words(result, displayName(resolved)).join('\n'), symbolOf(resolved))
        : render(result, resolved),
    nothing: 'Stopped before two runs were finished: nothing is reported.\n',
  });
}
