import { pow } from '../../core/numeric/elementary.ts';
import type { RevenueArm, RevenueScenario } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { revenueAdapter } from '../adapters/revenue/revenueAdapter.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { Chance, Funnel, Outlook } from '../result/backsolved.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sample } from '../running/sample.ts';
import { type BacksolveOptions, USUAL_RUNS } from './backsolveOptions.ts';

/** A company of other demand or another number of sellers. */
export interface Size {
  readonly demandTimes: number;
  readonly sellers: number;
}

/** Plays an arm at other sizes of its company. */
export class SizedCompany {
  private readonly scenario: RevenueScenario;
  private readonly arm: RevenueArm;
  private readonly options: BacksolveOptions;
  private readonly cache = new PreparationCache();
  private tried = 0;

  constructor(scenario: RevenueScenario, arm: RevenueArm, options: BacksolveOptions) {
    this.scenario = scenario;
    this.arm = arm;
    this.options = options;
  }

  /** Means at several sizes if everybody is honest; nobody's habits have to be found for them. */
  async honestMeans(sizes: readonly Size[]): Promise<number[] | undefined> {
    const people = this.arm.world.people.map((person) => ({ ...person, motive: 'honest' as const }));
    const played = await this.play(sizes, { ...this.arm.world, people }, 'none');
    return played && sizes.map((_, a) => played.mean(played.runsOf[a].own, this.options.outcome));
  }

  /** Plays the arm at several sizes on common luck; undefined if it was stopped. */
  private async play(sizes: readonly Size[], world: RevenueWorld, counterfactuals: 'gaming' | 'none') {
    const { options, scenario, cache } = this;
    const { executor = inlineExecutor, replicates = USUAL_RUNS, seed = scenario.seed } = options;
    const arms = sizes.map(
      (size, i): RevenueArm => ({ ...this.arm, name: `size ${i}`, world: sized(world, size) }),
    );
    if (options.onProgress?.(this.tried, this.tried + sizes.length, 'trying sizes') === false)
      return undefined;
    const adapter = await revenueAdapter(arms, cache, executor, () => counterfactuals);
    const { isStopped, column, steadyColumn } = await sample(adapter.runs, {
      ...adapter,
      seed,
      executor,
      n: replicates,
    });
    this.tried += sizes.length;
    const mean = (run: number, id: string) => describe(steadyColumn(run, id))?.mean ?? 0;
    return isStopped ? undefined : { runsOf: adapter.runsOf, column, mean };
  }

  /** Plays the arm, and the same without gaming, at several sizes on common luck. */
  async outlooks(sizes: readonly Size[]): Promise<Outlook[] | undefined> {
    const played = await this.play(sizes, this.arm.world, 'gaming');
    if (played === undefined) return undefined;
    const { runsOf, column, mean } = played;
    const { outcome, goal } = this.options;
    return sizes.map((size, a): Outlook => {
      const { own, honest = own } = runsOf[a];
      const funnelOf = (run: number) => funnel((id) => mean(run, id), this.arm.world.horizonMonths);
      const rangeOf = (run: number) => {
        const at = (place: 'p10' | 'p90') =>
          funnel((id) => describe(column(run, id))?.[place] ?? 0, this.arm.world.horizonMonths);
        return { low: at('p10'), high: at('p90') };
      };
      const chanceOf = (run: number) => chance(column(run, outcome), goal);
      return {
        ...size,
        honest: funnelOf(honest),
        honestRange: rangeOf(honest),
        asPaid: funnelOf(own),
        honestMean: mean(honest, outcome),
        asPaidMean: mean(own, outcome),
        honestChance: chanceOf(honest),
        asPaidChance: chanceOf(own),
        hollowVisitsShare: mean(own, 'hollowVisitsShare'),
        hollowSqlsShare: mean(own, 'hollowSqlsShare'),
      };
    });
  }
}

/** A company of another size: demand, with the money that it takes, and sellers. */
function sized(world: RevenueWorld, { demandTimes, sellers }: Size): RevenueWorld {
  const { budgetUsdPerMonth, budgetElasticity } = world.marketing;
  const budgetTimes = budgetElasticity > 0 ? pow(demandTimes, 1 / budgetElasticity) : 1;
  return {
    ...world,
    channels: world.channels.map((channel) => ({
      ...channel,
      visitsPerMonth: channel.visitsPerMonth * demandTimes,
    })),
    marketing: { ...world.marketing, budgetUsdPerMonth: budgetUsdPerMonth * budgetTimes },
    sales: { ...world.sales, reps: sellers },
  };
}

function funnel(mean: (id: string) => number, months: number): Funnel {
  return {
    visits: mean('visitsCount') / months,
    leads: mean('leadsCount') / months,
    sqls: mean('sqlsCount') / months,
    opportunities: mean('opportunitiesCount') / months,
    pipelineUsd: mean('pipelineUsd') / months,
    wins: mean('winsCount') / months,
    revenueUsd: mean('revenueUsd') / months,
    spendUsd: mean('marketingSpendUsd') / months,
    marginUsd: mean('newMarginUsd') / months,
    payUsd: mean('payUsd') / months,
    sellers: mean('sellersCount'),
  };
}

/** Share of runs in which an outcome reaches the goal. */
function chance(values: Float64Array, goal: number): Chance {
  const { mean, ci95 } = describe(values.map((value) => (value >= goal ? 1 : 0)))!;
  return { share: mean, ci95 };
}
