import { refuse } from '../../core/messages.ts';
import { pow } from '../../core/numeric/elementary.ts';
import { unknownName } from '../../core/unknownName.ts';
import type { RevenueScenario } from '../../scenario/scenario.ts';
import { OUTCOMES } from '../../worlds/revenue/catalogue/outcomes/index.ts';
import type { Backsolved } from '../result/backsolved.ts';
import { type BacksolveOptions, OPTIONS, USUAL_RUNS } from './backsolveOptions.ts';
import { checkCall } from './checkOptions.ts';
import { namedArms } from './chosenArms.ts';
import { type Size, SizedCompany } from './sizedCompany.ts';

/** Multiples of today's demand that are tried first, and those tried next while more brings more. */
const FIRST_TRIES = [0.5, 1, 2, 4];
const NEXT_TRIES = [8, 16];
/** Rise of the mean from one try to the next above which more demand is still worth trying. */
const STILL_RISING = 1.02;
/** How near two tries are brought to each other, and the mean to the goal. */
const CLOSE = 0.01;
const MOST_ROUNDS = 6;
const TO_SPARE = 1.1;
/** Most sellers that are tried, as a multiple of today's. */
const MOST_SELLERS = 20;

/**
 * Works back from a goal to the visits, leads, SQLs, opportunities and money that it takes, if people work
 * honestly; and says how probable the goal is then, and under the plan as people respond to it.
 *
 * Demand of all channels is scaled, with media money in proportion and marketing's budget by its elasticity,
 * until the mean over runs on common luck is the goal. Where no demand is enough for today's sellers,
 * the least number of sellers is found for whom one is. Targets and quotas stay as they are written.
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
  // Groups with head counts of their own do not grow with the number of sellers.
  const canAddSellers = arm.world.people.every(({ count }) => count === undefined);
  const found = await search(company, now, goal, canAddSellers);
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
    canAddSellers,
  };
}

/** Result of a search: the size needed, whether its demand is too much, and the best of today’s sellers. */
interface Found {
  readonly size?: Size;
  readonly isPlenty?: boolean;
  readonly most?: Backsolved['mostWithSellers'];
}

/**
 * The size at which honest people reach the goal on average. Where no demand is enough for today's sellers,
 * the least number of sellers for whom one is.
 */
async function search(
  company: SizedCompany,
  now: Size,
  goal: number,
  canAddSellers: boolean,
): Promise<Found | undefined> {
  let found = await demandFor(company, now.sellers, goal);
  if (found === undefined || found.size !== undefined) return found;
  const most = found.best;
  if (!canAddSellers) return { most };
  // Sellers are added until the goal is reached, then the number is bisected.
  let tooFew = now.sellers;
  let enough: Found | undefined;
  for (let sellers = moreSellers(tooFew, most.mean, goal); sellers <= MOST_SELLERS * now.sellers; ) {
    const before = found.best.mean;
    found = await demandFor(company, sellers, goal);
    if (found === undefined) return undefined;
    if (found.size !== undefined) enough = { size: found.size, isPlenty: found.isPlenty };
    // Stop if more sellers hardly raise the mean.
    else if (enough === undefined && found.best.mean < STILL_RISING * before) break;
    else tooFew = sellers;
    if (enough?.size !== undefined && enough.size.sellers - tooFew <= 1) break;
    sellers =
      enough?.size === undefined
        ? moreSellers(tooFew, found.best.mean, goal)
        : Math.floor((tooFew + enough.size.sellers) / 2);
  }
  return { ...enough, most };
}

/** Proportional number of sellers for the goal, plus a margin for diminishing returns. */
function moreSellers(sellers: number, mean: number, goal: number): number {
  return mean > 0 ? Math.max(sellers + 1, Math.ceil((TO_SPARE * sellers * goal) / mean)) : Infinity;
}

/** Demand at which this number of sellers reaches the goal, or the highest mean they reach. */
async function demandFor(
  company: SizedCompany,
  sellers: number,
  goal: number,
): Promise<(Found & { readonly best: NonNullable<Backsolved['mostWithSellers']> }) | undefined> {
  const means = new Map<number, number>();
  const play = async (demands: readonly number[]) => {
    const found = await company.honestMeans(demands.map((demandTimes) => ({ demandTimes, sellers })));
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

/** Where the line through two tries, over the logarithm of demand, crosses the goal. */
function crossing(
  [low, below]: readonly [number, number],
  [high, above]: readonly [number, number],
  goal: number,
): number {
  const way = above > below ? (goal - below) / (above - below) : 0.5;
  return low * pow(high / low, Math.min(0.95, Math.max(0.05, way)));
}
