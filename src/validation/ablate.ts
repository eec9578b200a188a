import { revenueAdapter } from '../experiments/adapters/revenue/revenueAdapter.ts';
import { inlineExecutor } from '../experiments/executors/inline.ts';
import { PreparationCache } from '../experiments/running/preparationCache.ts';
import { Replicator } from '../experiments/tasks/replicates.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import type { Ablation } from './ablations/ablation.ts';

/** An arm with its sampled outcomes: [replicate][outcome]. */
interface Played {
  readonly replicator: Replicator;
  readonly outcomes: Float64Array[];
  /** Outcome ids, in storage order. */
  readonly ids: readonly string[];
}

/**
 * Runs arms of shipped scenarios with and without a mechanic, under common random numbers. Runs of one seed
 * share their draws, so arms are sampled one at a time and kept. An arm that serves several ablations is run
 * only once with all mechanics.
 */
export class Ablator {
  private readonly textOf: (file: string) => string;
  private readonly cache: PreparationCache;
  private readonly played = new Map<string, Promise<Played>>();

  /**
   * @param textOf reads a shipped scenario by its file name
   * @param cache preparation results to reuse
   */
  constructor(textOf: (file: string) => string, cache = new PreparationCache()) {
    this.cache = cache;
    this.textOf = textOf;
  }

  /** Paired difference: the outcome with the mechanic less the outcome without it. */
  async differ(ablation: Ablation, replicates: number): Promise<PairedDifference> {
    const values = async (without: Ablation['without']) => {
      const { replicator, outcomes, ids } = await this.armOf(ablation, without);
      const outcome = ids.indexOf(ablation.outcome);
      if (outcome < 0) throw new Error(`no outcome ${ablation.outcome}`);
      while (outcomes.length < replicates)
        outcomes.push(replicator.play(outcomes.length, outcomes.length + 1).outcomes);
      return Float64Array.from({ length: replicates }, (_, replicate) => outcomes[replicate][outcome]);
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
    const { pay: _, ...change } = later ?? { pay: undefined };
    const { arms, seed } = parseRevenueScenario(text, {
      readBase,
      set: {
        arms: { [arm]: { plan, set: { ...set, ...without }, ...(later && { later: change }) } },
        'question.reference': arm,
        'question.tell': [],
        'question.horizonMonths': Math.min(months, shipped.horizonMonths),
      },
    });
    const { runs, runsOf, outcomes } = await revenueAdapter(arms, this.cache, inlineExecutor, () => 'none');
    return {
      replicator: new Replicator([runs[runsOf[0].own]], seed),
      outcomes: [],
      ids: outcomes.map(({ id }) => id),
    };
  }
}
