import { printable } from '../core/plainText.ts';
import { compare } from '../experiments/commands/compare.ts';
import { PreparationCache } from '../experiments/running/preparationCache.ts';
import { fitTable, misfitSentences } from '../report/fit.ts';
import { textTable, wrap } from '../report/textLayout.ts';
import { titled } from '../report/titled.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Runs of the arm from which the bands of luck are told. */
const RUNS = 200;
const WIDTH = 100;

/** Observed figures beside simulated ones, from a few runs of their arm alone; empty without figures. */
export async function fitLines(scenario: Scenario, cache = new PreparationCache()): Promise<string[]> {
  if (scenario.observed === undefined) return [];
  const reference = scenario.observed.arm ?? scenario.reference;
  const today = { ...scenario, reference };
  const bundle = titled(
    await compare(today, { arms: [reference], replicates: RUNS, counterfactuals: 'none', cache }),
  );
  const table = fitTable(bundle);
  if (table === undefined) return ['None of the observed figures is defined in these runs.'];
  return [
    table.title.toUpperCase(),
    '',
    ...textTable(table.head, table.rows),
    '',
    ...wrap(printable(table.note), WIDTH),
    ...misfitSentences(bundle).flatMap((sentence) => ['', ...wrap(sentence, WIDTH)]),
  ];
}
