import { inlineExecutor } from '../experiments/executor.ts';
import { revenueGround } from '../experiments/grounds/revenueGround.ts';
import { LineRunner } from '../experiments/lines.ts';
import { WorldBook } from '../experiments/worldBook.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { OUTCOME } from '../worlds/revenue/outcomes.ts';
import type { Ablation } from './ablations/ablation.ts';

/** An arm, and the outcomes of its replicates so far: [replicate][outcome]. */
interface Played {
  readonly runner: LineRunner;
  readonly outcomes: Float64Array[];
}

/**
 * Runs arms of shipped scenarios with a mechanic and without it. Luck is common to runs of one seed, so arms are run each on its own, and what was run once is kept: an arm that many mechanics work in
 * is run once with all of them.
 */
export class Ablator {
  private readonly textOf: (file: string) => string;
  private readonly book: WorldBook;
  private readonly played = new Map<string, Promise<Played>>();

  /**
   * @param textOf reads a shipped scenario by its file name
   * @param book what is known of worlds already
   */
  constructor(textOf: (file: string) => string, book = new WorldBook()) {
    this.book = book;
    this.textOf = textOf;
  }

  /** The outcome with the mechanic less the outcome without it, on the same luck. */
  async differ(ablation: Ablation, replicates: number): Promise<PairedDifference> {
    const values = async (without: Ablation['without']) => {
      const { runner, outcomes } = await this.armOf(ablation, without);
      while (outcomes.length < replicates)
        outcomes.push(runner.run(outcomes.length, outcomes.length + 1).outcomes);
      return Float64Array.from(
        { length: replicates },
        (_, replicate) => outcomes[replicate][OUTCOME[ablation.outcome]],
      );
    };
    const difference = pairedDifference(await values({}), await values(ablation.without), 'neutral', 1);
    if (difference === undefined)
      throw new Error(`${ablation.outcome} is not defined in any run of ${ablation.scenario}`);
    return difference;
  }

  private armOf({ scenario, arm, months = 12 }: Ablation, without: Ablation['without']): Promise<Played> {
    const key = JSON.stringify([scenario, arm, months, without]);
    const known = this.played.get(key);
    if (known !== undefined) return known;
    const found = this.prepare(scenario, arm, months, without);
    this.played.set(key, found);
    return found;
  }

  private async prepare(
    scenario: string,
    arm: string,
    months: number,
    without: Ablation['without'],
  ): Promise<Played> {
    const readBase = (reference: string) => ({ text: this.textOf(reference), file: reference });
    const text = this.textOf(`${scenario}.yaml`);
    const shipped = parseRevenueScenario(text, { readBase });
    const written = shipped.arms.find(({ name }) => name === arm);
    if (written === undefined) throw new Error(`${scenario} has no arm ${arm}`);
    const { plan, set, later } = written;
    const change = later === undefined ? {} : { later: { fromMonth: later.fromMonth, plan: later.plan } };
    const { arms, seed } = parseRevenueScenario(text, {
      readBase,
      set: {
        arms: { [arm]: { plan, set: { ...set, ...without }, ...change } },
        'question.reference': arm,
        'question.tell': [],
        'question.horizonMonths': Math.min(months, shipped.horizonMonths),
      },
    });
    const { lines, linesOf } = await revenueGround(arms, this.book, inlineExecutor, () => 'none');
    return { runner: new LineRunner([lines[linesOf[0].own]], seed), outcomes: [] };
  }
}
