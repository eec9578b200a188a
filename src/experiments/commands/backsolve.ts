import { refuse } from '../../core/messages.ts';
import { pow } from '../../core/numeric/elementary.ts';
import { unknownName } from '../../core/unknownName.ts';
import type { RevenueArm, RevenueScenario } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import { OUTCOMES } from '../../worlds/revenue/catalogue/outcomes/index.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { revenueAdapter } from '../adapters/revenue/revenueAdapter.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { Backsolved, Chance, Funnel, Outlook } from '../result/backsolved.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sample } from '../running/sample.ts';
import { COMMON, checkCall, text, whole } from './checkOptions.ts';
import { namedArms } from './chosenArms.ts';
import type { Tell } from './progress.ts';

export interface BacksolveOptions {
  /** Id of an outcome of which more is better, and the amount of it to reach over the horizon. */
  readonly outcome: string;
  readonly goal: number;
  /** The plan; by default the reference. */
  readonly arm?: string;
  readonly replicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

const MOST_RUNS = 10_000;
const USUAL_RUNS = 200;
const OPTIONS = {
  ...COMMON,
  outcome: text,
  goal: (value: unknown) =>
    typeof value === 'number' && value > 0 && value < Infinity ? undefined : 'a number above 0',
  arm: text,
  replicates: whole(2, MOST_RUNS),
};

/** Multiples of today's demand that are tried first, and those tried next while more brings more. */
const FIRST_TRIES = [0.5, 1, 2, 4];
const NEXT_TRIES = [8, 16];
/** Rise of the mean from one try to the next above which more demand is still worth trying. */
const STILL_RISING = 1.02;
/** How near two tries are brought to each other, and the mean to the goal. */
const CLOSE = 0.01;
const MOST_ROUNDS = 6;
/** Rounds in which sellers are added, with some to spare: more demand leaves each of them less to win. */
const MOST_HIRING = 3;
const TO_SPARE = 1.1;
/** Most sellers that are tried, as a multiple of today's. */
const MOST_SELLERS = 20;

/** A company of other demand or another number of sellers. */
interface Size {
  readonly demandTimes: number;
  readonly sellers: number;
}

/**
 * Works back from a goal to the visits, leads, SQLs, opportunities and money that it takes, if people work
 * honestly; and says how probable the goal is then, and under the plan as people respond to it.
 *
 * Demand of all channels is scaled, with media money in proportion and marketing's budget by its elasticity,
 * until the mean over runs on common luck is the goal. Where the sellers there are cannot win that much,
 * sellers are added first. Targets and quotas stay as they are written.
 *
 * @returns undefined if it was stopped
 * @throws InputError for an outcome that is unknown or of which less is better
 * @example (await backsolve(scenario, { outcome: 'revenueUsd', goal: 5e6 })).needed?.honest.leads
 */
export async function backsolve(
  scenario: RevenueScenario,
  options: BacksolveOptions,
): Promise<Backsolved | undefined> {
  checkCall(scenario, options, OPTIONS);
  const { outcome, goal } = options;
  const known = OUTCOMES.find(({ id }) => id === outcome);
  const goals = OUTCOMES.filter(({ direction, unit }) => direction === 'higher' && unit !== 'share');
  if (known === undefined || !goals.includes(known))
    refuse([
      unknownName(
        '--outcome',
        outcome,
        goals.map(({ id }) => id),
      ),
    ]);
  const name =
    options.arm === undefined ? scenario.reference : namedArms(scenario, [options.arm], '--arm')[0];
  const arm = scenario.arms.find((each) => each.name === name)!;
  const company = new SizedCompany(scenario, arm, options);
  const now = { demandTimes: 1, sellers: arm.world.sales.reps };
  const found = await company.search(now);
  const sizes = found?.size === undefined ? [now] : [now, found.size];
  const outlooks = found && (await company.outlooks(sizes));
  if (found === undefined || outlooks === undefined) return undefined;
  const [today, needed] = outlooks;
  return {
    scenario: scenario.name,
    arm: name,
    outcome,
    title: known.title,
    unit: known.unit,
    goal,
    months: arm.world.horizonMonths,
    replicates: options.replicates ?? USUAL_RUNS,
    today,
    ...(needed === undefined ? {} : { needed }),
    ...(found.most === undefined ? {} : { mostWithSellers: found.most }),
    isPlenty: found.isPlenty === true,
  };
}

/** What a search has found: a size, whether it is more than enough, and the most of today's sellers. */
interface Found {
  readonly size?: Size;
  readonly isPlenty?: boolean;
  readonly most?: Backsolved['mostWithSellers'];
}

/** Plays an arm at other sizes of its company. */
class SizedCompany {
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

  /** The size at which honest people reach the goal on average, sellers added where demand is not enough. */
  async search(now: Size): Promise<Found | undefined> {
    let { sellers } = now;
    let most: Backsolved['mostWithSellers'];
    let last: number | undefined;
    const areCounted = this.arm.world.people.some(({ count }) => count !== undefined);
    for (let round = 0; round <= MOST_HIRING; round++) {
      const found = await this.demandFor(sellers);
      if (found === undefined) return undefined;
      if (found.size !== undefined) return { ...found, ...(most === undefined ? {} : { most }) };
      // More sellers who do not bring more are no way to the goal.
      if (last !== undefined && found.best.mean < STILL_RISING * last) break;
      last = found.best.mean;
      most ??= found.best;
      // Groups with a head count of their own do not grow with the number of sellers.
      if (areCounted || !(found.best.mean > 0)) break;
      sellers = Math.max(sellers + 1, Math.ceil((TO_SPARE * sellers * this.options.goal) / found.best.mean));
      if (sellers > MOST_SELLERS * now.sellers) break;
    }
    return most === undefined ? {} : { most };
  }

  /** The demand at which so many sellers reach the goal, or the best that they reach. */
  private async demandFor(
    sellers: number,
  ): Promise<(Found & { readonly best: NonNullable<Backsolved['mostWithSellers']> }) | undefined> {
    const { goal } = this.options;
    const means = new Map<number, number>();
    const play = async (demands: readonly number[]) => {
      const found = await this.honestMeans(demands.map((demandTimes) => ({ demandTimes, sellers })));
      found?.forEach((mean, i) => {
        means.set(demands[i], mean);
      });
      return found !== undefined;
    };
    if (!(await play(FIRST_TRIES))) return undefined;
    const isRising = (next: number) =>
      means.get(next / 2)! < goal && means.get(next / 2)! > STILL_RISING * means.get(next / 4)!;
    for (const next of NEXT_TRIES) if (isRising(next) && !(await play([next]))) return undefined;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const tries = [...means].sort(([a], [b]) => a - b);
      const above = tries.findIndex(([, mean]) => mean >= goal);
      if (above < 0) {
        const [demandTimes, mean] = [...means].reduce((top, each) => (each[1] > top[1] ? each : top));
        return { best: { mean, demandTimes } };
      }
      const high = tries[above];
      const low = tries[above - 1];
      const best = { mean: high[1], demandTimes: high[0] };
      // Not even much less demand falls short of the goal.
      if (low === undefined) return { size: { demandTimes: high[0], sellers }, isPlenty: true, best };
      const between = crossing(low, high, goal);
      const isClose = Math.abs(high[1] / goal - 1) < CLOSE || high[0] / low[0] < 1 + CLOSE;
      if (isClose || round === MOST_ROUNDS - 1) return { size: { demandTimes: high[0], sellers }, best };
      // The goal is aimed at from just above, so that the next try is near it and reaches it.
      if (!(await play([between, between * (1 + CLOSE / 2)]))) return undefined;
    }
    throw new Error('unreachable: the last round returns');
  }

  /** Means at several sizes if everybody is honest; nobody's habits have to be found for them. */
  private async honestMeans(sizes: readonly Size[]): Promise<number[] | undefined> {
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
      const chanceOf = (run: number) => chance(column(run, outcome), goal);
      return {
        ...size,
        honest: funnelOf(honest),
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
    wins: mean('winsCount') / months,
    revenueUsd: mean('revenueUsd') / months,
    spendUsd: mean('marketingSpendUsd') / months,
    payUsd: mean('payUsd') / months,
    sellers: mean('sellersCount'),
  };
}

/** Share of runs in which an outcome reaches the goal. */
function chance(values: Float64Array, goal: number): Chance {
  const { mean, ci95 } = describe(values.map((value) => (value >= goal ? 1 : 0)))!;
  return { share: mean, ci95 };
}

/** Where the line through two tries, over the logarithm of demand, crosses the goal. */
function crossing(
  [low, below]: readonly [number, number],
  [high, above]: readonly [number, number],
  goal: number,
): number {
  const way = above > below ? (goal - below) / (above - below) : 0.5;
  return low * pow(high / low, Math.min(0.95, Math.max(0.05, way)));
}
