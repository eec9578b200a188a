import { meantAmount } from '../core/meantNumber.ts';
import { refuse } from '../core/messages.ts';
import { backsolve } from '../experiments/commands/backsolve.ts';
import { MOST_RUNS, USUAL_RUNS } from '../experiments/commands/backsolveOptions.ts';
import { namedArms } from '../experiments/commands/chosenArms.ts';
import { workOfBacksolve } from '../experiments/commands/work.ts';
import { goalInWords, renderBacksolved } from '../report/backsolvedText.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { displayName } from '../report/titled.ts';
import { asRevenue } from '../scenario/load.ts';
import { announceWork } from './announceWork.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { printFound } from './printFound.ts';
import { Progress } from './progress.ts';
import { executorOf, type RunningFlags } from './running.ts';

interface BacksolveFlags extends RunningFlags {
  readonly outcome: string;
  readonly arm?: string;
}

export async function backsolveCommand(file: string, flags: BacksolveFlags): Promise<number> {
  const scenario = asRevenue(loadScenario(file, flags.set), file);
  const [outcome, written = ''] = flags.outcome.split('=');
  const goal = meantAmount(written);
  if (!(goal > 0))
    refuse([
      {
        code: 'usage',
        path: '--outcome',
        got: flags.outcome,
        expected: 'an outcome and its goal above 0, such as revenueUsd=12000000 or revenueUsd=12M',
      },
    ]);
  const replicates = wholeNumber('--replicates', flags.replicates, 2, MOST_RUNS) ?? USUAL_RUNS;
  const [arm] = flags.arm === undefined ? [scenario.reference] : namedArms(scenario, [flags.arm], '--arm');
  announceWork({ coreSeconds: workOfBacksolve(scenario, arm, replicates), isLimit: false }, flags);
  const progress = new Progress();
  const found = await backsolve(scenario, {
    outcome,
    goal,
    arm,
    replicates,
    seed: flags.seed,
    executor: executorOf(flags, progress),
    onProgress: (done, of, what) => progress.tell(done, of, what),
  });
  const { resolved } = scenario;
  return printFound(found, progress, {
    isJson: flags.json === true,
    text: (result) => {
      const titled = { ...result, arm: displayName(resolved)(result.arm) };
      return inCurrency(flags.quiet ? goalInWords(titled) : renderBacksolved(titled), symbolOf(resolved));
    },
    nothing: 'Stopped: nothing is reported.\n',
  });
}
