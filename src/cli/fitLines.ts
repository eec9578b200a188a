import { printable } from '../core/plainText.ts';
import { compare } from '../experiments/commands/compare.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { fitTable, misfitSentences } from '../report/fit.ts';
import { textTable, wrap } from '../report/textLayout.ts';
import { titled } from '../report/titled.ts';
import type { Scenario } from '../scenario/scenario.ts';

const RUNS = 200;
/** Columns to which text beside the table is wrapped. */
export const WIDTH = 100;

/** Runs of the arm that observed figures belong to, by default the reference, alone. */
export function runObservedArm(scenario: Scenario): Promise<Bundle> {
  const reference = scenario.observed?.arm ?? scenario.reference;
  return compare(
    { ...scenario, reference },
    { arms: [reference], replicates: RUNS, counterfactuals: 'none' },
  );
}

/** Observed figures beside simulated ones, as lines of text. */
export function fitLines(bundle: Bundle): string[] {
  const shown = titled(bundle);
  const table = fitTable(shown);
  if (table === undefined) return ['None of the observed figures is defined in these runs.'];
  return [
    table.title.toUpperCase(),
    '',
    ...textTable(table.head, table.rows),
    '',
    ...wrap(printable(table.note), WIDTH),
    ...misfitSentences(shown).flatMap((sentence) => ['', ...wrap(sentence, WIDTH)]),
  ];
}
