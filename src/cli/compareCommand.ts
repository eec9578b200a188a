import { join } from 'node:path';
import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse, showValue } from '../core/messages.ts';
import { MOST_REPLICATES } from '../experiments/commands/checkOptions.ts';
import { namedArms } from '../experiments/commands/chosenArms.ts';
import { type CompareOptions, compare } from '../experiments/commands/compare.ts';
import { usuallyTested, workOfCompare } from '../experiments/commands/work.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { parsePrecision } from '../experiments/running/precision.ts';
import { SpillFile } from '../experiments/running/spillFile.ts';
import { answerInWords } from '../report/answer/answerWords.ts';
import { renderBrief } from '../report/brief.ts';
import { renderCsv, renderRunsCsv } from '../report/csv.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { opening } from '../report/opening.ts';
import { renderTerminal } from '../report/terminal.ts';
import { titled } from '../report/titled.ts';
import { announceWork, checkWork } from './announceWork.ts';
import { coloured, isColoured } from './colour.ts';
import { commandLine, TESTED } from './commandLine.ts';
import { EXIT } from './exit.ts';
import { loadScenario, makeFolder, tryWriting, wholeNumber, writeAll, writeWhole } from './files.ts';
import { Progress } from './progress.ts';
import { executorOf, namesIn, type RunningFlags } from './running.ts';
import { columns, print, tell } from './streams.ts';

/** Default maximum number of replicates under a precision target. */
const MOST_PAIRS = 20_000;

export interface CompareFlags extends RunningFlags {
  readonly arms?: string;
  readonly out?: string;
  readonly runs?: string;
  readonly hold?: string;
  readonly precision?: string;
  readonly maxReplicates?: string;
  readonly time?: string;
  readonly sensitivity?: string;
  readonly full?: boolean;
}

/** The answer in one to three sentences. */
function shortAnswer(bundle: Bundle): string {
  const shown = titled(bundle);
  const sentences = answerInWords(shown)?.answer ?? opening(shown).slice(0, 3);
  return inCurrency(sentences.join('\n'), symbolOf(bundle.scenario.resolved));
}

/** Refuses an option that needs another one, and one that is taken for another. */
function checkFlags(flags: CompareFlags): void {
  if (flags.maxReplicates !== undefined && flags.precision === undefined)
    refuse([
      {
        code: 'usage',
        path: '--max-replicates',
        got: showValue(flags.maxReplicates),
        expected: '--precision beside it; without one, --replicates says how many runs there are',
      },
    ]);
  if (flags.runs !== undefined && /^\d+$/.test(flags.runs))
    refuse([
      {
        code: 'usage',
        path: '--runs',
        got: showValue(flags.runs),
        expected: `a file name, such as runs.csv; the number of runs is --replicates ${flags.runs}`,
      },
    ]);
}

export async function compareCommand(file: string, flags: CompareFlags): Promise<number> {
  const scenario = loadScenario(file, flags.set);
  if (flags.hold !== undefined && flags.hold !== 'cost' && flags.hold !== 'utility') {
    refuse([{ code: 'usage', path: '--hold', got: showValue(flags.hold), expected: 'cost or utility' }]);
  }
  checkFlags(flags);
  // Compute only what the report or the bundle will contain.
  const isKept = flags.out !== undefined || flags.json === true;
  const precision = flags.precision === undefined ? undefined : parsePrecision(flags.precision);
  const arms = namesIn(flags.arms);
  namedArms(scenario, arms);
  const replicates =
    wholeNumber('--max-replicates', flags.maxReplicates, 2, MOST_REPLICATES) ??
    wholeNumber('--replicates', flags.replicates, 2, MOST_REPLICATES);
  const unasked: CompareOptions = {
    hold: flags.hold,
    arms,
    replicates: replicates ?? (precision === undefined ? undefined : MOST_PAIRS),
    // Under a precision target, a comparison whose bundle is not kept runs only the counterfactual that its
    // terminal text uses. It skips the search for the best company policy.
    counterfactuals: isKept || precision === undefined ? 'all' : 'reference',
  };
  const sensitivity =
    wholeNumber('--sensitivity', flags.sensitivity, 0, 100) ??
    (isKept || precision === undefined ? usuallyTested(scenario, unasked, TESTED) : 0);
  const asked = { ...unasked, sensitivity };
  const started = performance.now();
  const progress = new Progress();
  const executor = executorOf(flags, progress);
  const seconds = wholeNumber('--time', flags.time, 1, 1e6);
  const work = { coreSeconds: workOfCompare(scenario, asked), isLimit: precision !== undefined };
  // A comparison that is limited by its time needs no other limit.
  if (seconds === undefined) checkWork(work, flags);
  // After all other checks, so that a mistyped command leaves no empty folder.
  if (flags.out !== undefined) makeFolder(flags.out);
  if (flags.runs !== undefined) tryWriting(flags.runs);
  if (seconds === undefined) announceWork(work, flags);
  const isOver = () => seconds !== undefined && performance.now() - started > 1000 * seconds;
  const spill = new SpillFile();
  try {
    const bundle = await compare(scenario, {
      ...asked,
      ...(precision === undefined ? {} : { precision }),
      seed: flags.seed,
      executor,
      spill,
      onProgress: (done, of, what) => progress.tell(done, of, what) && !isOver(),
      command: commandLine(file, flags),
      ...writingRuns(flags.runs),
    });
    progress.end();
    print(textOf(bundle, flags));
    if (flags.out !== undefined) {
      await writeReport(flags.out, bundle);
      if (!flags.quiet) tell(`Report: ${join(flags.out, 'report.html')}\n`);
    }
    if (progress.mustStop()) {
      if (flags.quiet) return EXIT.stopped;
      tell(
        `Stopped: ${bundle.replicates.completed} of ${bundle.replicates.requested} runs were ` +
          `finished and are reported.\n`,
      );
      return EXIT.stopped;
    }
    return bundle.replicates.completed === 0 ? EXIT.failed : EXIT.fine;
  } finally {
    spill.close();
  }
}

/** Option that writes the outcomes run by run to a file; none without one. */
function writingRuns(file: string | undefined): Pick<CompareOptions, 'onRuns'> {
  return file === undefined ? {} : { onRuns: (table) => writeWhole(file, renderRunsCsv(table)) };
}

/** What is printed: JSON, the short answer, every figure, or the brief text. */
function textOf(bundle: Bundle, { json, quiet, full }: CompareFlags): string {
  if (json) return `${canonicalJson(bundle, '  ')}\n`;
  if (quiet) return `${shortAnswer(bundle)}\n`;
  const brief = renderBrief(bundle);
  if (brief === undefined) return renderTerminal(bundle, columns());
  const first = isColoured() ? coloured(brief) : brief;
  return full ? `${first}${renderTerminal(bundle, columns())}` : first;
}

async function writeReport(folder: string, bundle: Bundle): Promise<void> {
  const { renderHtml } = await import('../report/html.ts');
  const { renderMarkdown } = await import('../report/markdown.ts');
  writeAll(folder, {
    'bundle.json': `${canonicalJson(bundle, '  ')}\n`,
    'outcomes.csv': renderCsv(bundle),
    'report.md': renderMarkdown(bundle),
    'report.html': await renderHtml(bundle),
  });
}
