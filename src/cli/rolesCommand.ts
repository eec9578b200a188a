import { canonicalJson } from '../core/canonicalJson.ts';
import { byRole } from '../experiments/commands/byRole.ts';
import { MOST_REPLICATES } from '../experiments/commands/checkOptions.ts';
import { workOfRoles } from '../experiments/commands/work.ts';
import { byRoleInWords, renderByRole } from '../report/byRole.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { displayName } from '../report/titled.ts';
import { asRevenue } from '../scenario/load.ts';
import { announceWork } from './announceWork.ts';
import { EXIT } from './exit.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { Progress } from './progress.ts';
import { executorOf, type RunningFlags } from './running.ts';
import { print, tell } from './streams.ts';

/** Runs of each combination, unless asked otherwise. */
const USUAL = 200;

export async function rolesCommand(
  file: string,
  flags: RunningFlags & { readonly arm: string },
): Promise<number> {
  const scenario = asRevenue(loadScenario(file, flags.set), file);
  const replicates = wholeNumber('--replicates', flags.replicates, 2, MOST_REPLICATES) ?? USUAL;
  announceWork({ coreSeconds: workOfRoles(scenario, replicates), isLimit: false }, flags);
  const progress = new Progress();
  const found = await byRole(scenario, {
    arm: flags.arm,
    replicates,
    seed: flags.seed,
    executor: executorOf(flags, progress),
    onProgress: (done, of, what) => progress.tell(done, of, what),
  });
  progress.end();
  if (found === undefined) {
    tell('Stopped before two runs were finished: nothing is reported.\n');
    return EXIT.stopped;
  }
  const { resolved } = scenario;
  if (flags.json) print(`${canonicalJson(found, '  ')}\n`);
  else if (flags.quiet)
    print(`${inCurrency(byRoleInWords(found, displayName(resolved)).join('\n'), symbolOf(resolved))}\n`);
  else print(`${renderByRole(found, resolved)}\n`);
  return progress.mustStop() ? EXIT.stopped : EXIT.fine;
}
