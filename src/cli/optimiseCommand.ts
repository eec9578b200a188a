import { canonicalJson } from '../core/canonicalJson.ts';
import { type OptimiseOptions, optimise } from '../experiments/commands/optimise.ts';
import { parseFree, parseLimit } from '../experiments/commands/optimiseInput.ts';
import { workOfOptimise } from '../experiments/commands/work.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { optimumInWords, renderOptimum } from '../report/optimum.ts';
import { parseScenario } from '../scenario/load.ts';
import { announceWork } from './announceWork.ts';
import { EXIT } from './exit.ts';
import { loadOptions, readText, wholeNumber } from './files.ts';
import { Progress } from './progress.ts';
import { executorOf, type RunningFlags } from './running.ts';
import { print, tell } from './streams.ts';

export async function optimiseCommand(
  file: string,
  flags: RunningFlags & {
    readonly free: readonly string[];
    readonly limit: readonly string[];
    readonly arm?: string;
    readonly outcome?: string;
    readonly evaluations?: string;
  },
): Promise<number> {
  const free = flags.free.map(parseFree);
  const limits = flags.limit.map(parseLimit);
  const text = readText(file);
  const load = loadOptions(file, flags.set);
  const progress = new Progress();
  const parse = (set: Readonly<Record<string, unknown>>) =>
    parseScenario(text, { ...load, set: { ...load.set, ...set } });
  const asked: OptimiseOptions = {
    arm: flags.arm,
    outcome: flags.outcome,
    limits,
    evaluations: wholeNumber('--evaluations', flags.evaluations, 5, 100_000),
    replicates: wholeNumber('--replicates', flags.replicates, 10, 1_000_000),
    seed: flags.seed,
  };
  announceWork({ coreSeconds: workOfOptimise(parse({}), asked), isLimit: true }, flags);
  const optimum = await optimise(parse, free, {
    ...asked,
    executor: executorOf(flags),
    onProgress: (done, of, what) => progress.tell(done, Math.max(done, of), what),
  });
  progress.end();
  if (flags.json) print(`${canonicalJson(optimum, '  ')}\n`);
  else {
    const text = flags.quiet ? `${optimumInWords(optimum)}\n` : renderOptimum(optimum);
    print(inCurrency(text, symbolOf(parse({}).resolved)));
  }
  if (progress.mustStop()) {
    if (flags.quiet) return EXIT.stopped;
    tell(`Stopped after ${optimum.evaluations} plans; the best of them is reported.\n`);
    return EXIT.stopped;
  }
  return optimum.limits.every((limit) => limit.isMet) ? EXIT.fine : EXIT.failed;
}
