import { inlineExecutor } from '../experiments/executor.ts';
import { revenueGround } from '../experiments/grounds/revenueGround.ts';
import { LineRunner } from '../experiments/lines.ts';
import { WorldBook } from '../experiments/worldBook.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { OUTCOME, OUTCOME_COUNT } from '../worlds/revenue/outcomes.ts';
import type { Ablation } from './ablations.ts';

/**
 * Runs a scenario's arm with a mechanic and without it, on the same luck; the difference is with it less without it.
 *
 * @param textOf reads a shipped scenario by its file name
 * @param book what is known of worlds from one ablation to the next
 */
export async function ablate(
  { scenario, arm, without, outcome, months = 12 }: Ablation,
  replicates: number,
  textOf: (file: string) => string,
  book = new WorldBook(),
): Promise<PairedDifference> {
  const readBase = (reference: string) => ({ text: textOf(reference), file: reference });
  const text = textOf(`${scenario}.yaml`);
  const written = parseRevenueScenario(text, { readBase }).arms.find(({ name }) => name === arm);
  if (written === undefined) throw new Error(`${scenario} has no arm ${arm}`);
  const { plan, set, later } = written;
  const change = later === undefined ? {} : { later: { fromMonth: later.fromMonth, plan: later.plan } };
  const { arms, seed } = parseRevenueScenario(text, {
    readBase,
    set: {
      arms: { with: { plan, set, ...change }, without: { plan, set: { ...set, ...without }, ...change } },
      'question.reference': 'with',
      'question.tell': [],
      'question.horizonMonths': Math.min(months, parseRevenueScenario(text, { readBase }).horizonMonths),
    },
  });
  const { lines, linesOf } = await revenueGround(arms, book, inlineExecutor, 'none');
  const { outcomes } = new LineRunner(lines, seed).run(0, replicates);
  const valuesOf = (line: number) =>
    Float64Array.from(
      { length: replicates },
      (_, replicate) => outcomes[(replicate * lines.length + line) * OUTCOME_COUNT + OUTCOME[outcome]],
    );
  const difference = pairedDifference(valuesOf(linesOf[0].own), valuesOf(linesOf[1].own), 'neutral', 1);
  if (difference === undefined) throw new Error(`${outcome} is not defined in any run of ${scenario}`);
  return difference;
}
