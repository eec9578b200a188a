import { canonicalJson } from '../../core/canonicalJson.ts';
import { LEDGERS } from '../../model/metric.ts';
import type { Commission } from '../../model/plan.ts';
import type { RevenueArm } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import type { BeliefTable } from '../../worlds/revenue/beliefs.ts';
import { compileMetric, type LaterPlan } from '../../worlds/revenue/company.ts';
import { METRICS } from '../../worlds/revenue/metrics/index.ts';
import { OUTCOMES, type OutcomeId } from '../../worlds/revenue/outcomes.ts';
import { PARTS } from '../../worlds/revenue/parts.ts';
import { arrangesHollow, sellersGames } from '../../worlds/revenue/sellersGames.ts';
import { COUNTER_COUNT } from '../../worlds/revenue/state.ts';
import type { RevenueWorld } from '../../worlds/revenue/world.ts';
import type { ArmStory, Blame } from '../bundle.ts';
import type { Executor } from '../executor.ts';
import type { RevenueLine } from '../lines.ts';
import { motivationOf } from '../motivation.ts';
import { hasOneOwner, type WorldBook } from '../worldBook.ts';
import { type ArmLines, type Column, distinctList, type Ground, type Wanted } from './ground.ts';

/** Outcomes that hang on what was booked, and so on the luck of single deals; with every part of those that are sums, so that parts add up. */
const BOOKED: readonly OutcomeId[] = [
  'revenueUsd',
  'renewalUsd',
  'quotaAttainmentShare',
  'marketShare',
  ...Object.entries(PARTS).flatMap(([whole, parts]) => [whole as OutcomeId, ...parts.map(({ id }) => id)]),
];

/**
 * Arms of a company with marketing and sales: what tactics do is learnt first, and where counterfactuals are wanted, the best company policy is searched.
 *
 * @param wanted which runs each arm is to have besides its own
 */
export async function revenueGround(
  written: readonly RevenueArm[],
  book: WorldBook,
  executor: Executor,
  wanted: Wanted,
): Promise<Ground> {
  const owned = await book.arrangedBy(written, executor);
  const arms = owned.map(({ arm }) => arm);
  await book.learn(
    [...arms, ...written.filter(({ name }) => wanted(name) !== 'none')].map((arm) => arm.world),
    executor,
  );
  // A director who runs the company as one mind does what the benchmark does.
  const benchmarks = written.filter(
    ({ name, world }) => wanted(name) === 'all' || directorOf(world)?.motive === 'company',
  );
  await book.findBenchmarks(
    benchmarks.map(({ world }) => world),
    executor,
  );
  const { list: lines, add } = distinctList((line: RevenueLine) =>
    canonicalJson([
      line.world,
      line.pay,
      line.later ?? {},
      { ...line.policy, levels: line.policy.levels && [...line.policy.levels] },
    ]),
  );
  const linesOf = arms.map((arm, a): ArmLines => {
    const own = add(ownLine(arm, book));
    if (wanted(arm.name) === 'none') return { own };
    // What an owner arranges is not there without gaming, nor for one mind: both start from the company as it is written.
    const without = honestLine(written[a], book);
    const honest = without === undefined ? own : add(without);
    return wanted(arm.name) === 'gaming'
      ? { own, honest }
      : { own, honest, best: add(companyLine(written[a], book)) };
  });
  return {
    kind: 'revenue',
    arms,
    outcomes: OUTCOMES,
    lines,
    linesOf,
    warnings: [],
    control: { id: 'dealLuckUsd', of: BOOKED },
    currencies: ['revenueUsd', 'marketShare', 'customerSatisfactionScore', 'profitUsd'],
    payId: 'directorPayUsd',
    payIds: ['directorPayUsd', 'repPayUsd', 'insidePayUsd', 'managerPayUsd'],
    salaryMoves: () => ({ directorPayUsd: 1, directorNetUsd: 1, profitUsd: -1 }),
    person: (a) => {
      const director = directorOf(arms[a].world);
      return director && { netId: 'directorNetUsd', riskAversionPerUsd: director.riskAversionPerUsd };
    },
    story: (a, column, monthSums, completed) => ({
      ...story(arms[a], linesOf[a].own, column, monthSums, completed, book.beliefsOf(arms[a].world)),
      ...(owned[a].arrangement === undefined
        ? {}
        : { arrangement: { ...owned[a].arrangement, usualSqlBar: written[a].world.marketing.sqlBar } }),
    }),
    blame: (a, column) => {
      const { own, best } = linesOf[a];
      return best === undefined ? undefined : blame(arms[a].name, own, best, column);
    },
  };
}

function directorOf(world: RevenueWorld): RevenueWorld['people'][number] | undefined {
  return world.people.find((person) => person.role === 'marketing-director');
}

/** The plans of an arm, one after the other. */
function plansOf(arm: RevenueArm): RevenueArm['pay'][] {
  return arm.later === undefined ? [arm.pay] : [arm.pay, arm.later.pay];
}

/** How the plans of an arm pay its sellers. */
function commissionsOf(arm: RevenueArm): Commission[] {
  const sellers = arm.world.people.filter(({ role }) => role === 'account-executive');
  return plansOf(arm).flatMap((pay) => sellers.flatMap(({ name }) => pay[name]?.commission ?? []));
}

/** Whether the director is paid a bonus. */
function hasBonus(arm: RevenueArm): boolean {
  const director = directorOf(arm.world);
  return (
    director !== undefined && plansOf(arm).some((pay) => (pay[director.name]?.components?.length ?? 0) > 0)
  );
}

/** What an arm's own people do: nobody's policy but theirs. */
function ownLine(arm: RevenueArm, book: WorldBook): RevenueLine {
  const motive = directorOf(arm.world)?.motive;
  if (motive === 'company')
    return { ...companyLine(arm, book), name: arm.name, pay: arm.pay, ...laterOf(arm) };
  const plain = {
    kind: 'revenue',
    name: arm.name,
    pay: arm.pay,
    ...laterOf(arm),
    beliefs: book.beliefsOf(arm.world),
  } as const;
  return motive === 'honest' && hasBonus(arm)
    ? { ...plain, world: asOwnPay(arm.world), policy: { motive: 'honest' } }
    : { ...plain, world: arm.world, policy: {} };
}

/** The same people without gaming; undefined where nobody could game. */
function honestLine(arm: RevenueArm, book: WorldBook): RevenueLine | undefined {
  const motive = directorOf(arm.world)?.motive;
  const games = motive === 'own-pay' ? hasBonus(arm) : motive === 'scripted';
  const sellers =
    motive !== 'company' &&
    (Object.values(sellersGames(arm.world, ...commissionsOf(arm))).some((plays) => plays) ||
      plansOf(arm).some((plan) => arrangesHollow(arm.world, plan)));
  if (!games && !sellers && !hasOneOwner(arm.world)) return undefined;
  return {
    kind: 'revenue',
    name: `${arm.name} (no gaming)`,
    world: asOwnPay(arm.world),
    pay: arm.pay,
    ...laterOf(arm),
    beliefs: book.beliefsOf(arm.world),
    policy: { motive: 'honest', ...(sellers ? { repsHonest: true } : {}) },
  };
}

/** The best company policy that was found, its director on salary. */
function companyLine(arm: RevenueArm, book: WorldBook): RevenueLine {
  const { world, policy } = book.benchmarkOf(arm.world);
  return {
    kind: 'revenue',
    name: `${arm.name} (benchmark)`,
    world,
    pay: salaryOnly(arm, arm.pay),
    ...(arm.later === undefined
      ? {}
      : { later: { fromMonth: arm.later.fromMonth, pay: salaryOnly(arm, arm.later.pay) } }),
    beliefs: book.beliefsOf(arm.world),
    policy,
  };
}

/** The same world with a director who chooses for own pay: whether gaming is possible is then a matter of the line's policy, and equal lines are run once. */
function asOwnPay(world: RevenueWorld): RevenueWorld {
  const director = directorOf(world);
  if (director === undefined || director.motive === 'own-pay') return world;
  return {
    ...world,
    people: world.people.map((person) =>
      person === director ? { ...person, motive: 'own-pay' as const } : person,
    ),
  };
}

/** The plan that follows in an arm's line, if there is one. */
function laterOf(arm: RevenueArm): { later?: LaterPlan } {
  return arm.later === undefined ? {} : { later: { fromMonth: arm.later.fromMonth, pay: arm.later.pay } };
}

/** A plan with the director on salary: what the benchmark's director is paid (the level is set afterwards). */
function salaryOnly(arm: RevenueArm, pay: RevenueArm['pay']): RevenueArm['pay'] {
  const director = directorOf(arm.world);
  if (director === undefined) return pay;
  return { ...pay, [director.name]: { baseUsdPerYear: 0 } };
}

/** Metrics by month in their three ledgers, how long the director lasted, and why they did it. */
function story(
  arm: RevenueArm,
  own: number,
  column: Column,
  monthSums: Float64Array,
  completed: number,
  beliefs: BeliefTable,
): ArmStory {
  const horizon = arm.world.horizonMonths;
  const monthly: Record<string, ArmStory['monthly'][string]> = {};
  for (const metric of METRICS) {
    const { numerator, denominator } = compileMetric(metric.id);
    // A ratio without a denominator in some month is undefined there: absent, never 0.
    const undefinedSomewhere =
      denominator >= 0 &&
      LEDGERS.some((_, ledger) =>
        Array.from(
          { length: horizon },
          (_, m) => monthSums[(m * 3 + ledger) * COUNTER_COUNT + denominator],
        ).some((bottom) => !(bottom > 0)),
      );
    if (undefinedSomewhere) continue;
    const series = LEDGERS.map((_, ledger) =>
      Array.from({ length: horizon }, (_, m) => {
        const at = (m * 3 + ledger) * COUNTER_COUNT;
        const bottom = denominator < 0 ? completed : monthSums[at + denominator];
        return bottom > 0 ? monthSums[at + numerator] / bottom : 0;
      }),
    );
    monthly[metric.id] = {
      unit: metric.unit,
      title: metric.title,
      reported: series[0],
      true: series[1],
      sound: series[2],
    };
  }
  const tenure = column(own, 'tenureMonths');
  const dismissed = column(own, 'dismissedShare');
  const survivalShare = Array.from({ length: horizon }, (_, m) => {
    let left = 0;
    for (let i = 0; i < tenure.length; i++) if (dismissed[i] === 1 && tenure[i] <= m + 1) left++;
    return completed > 0 ? 1 - left / completed : 1;
  });
  const director = directorOf(arm.world);
  const paid =
    director === undefined ? [] : plansOf(arm).flatMap((pay) => pay[director.name]?.components ?? []);
  const hollowPerMonth = (metric: string) => {
    const { reported, true: truth } = monthly[metric];
    return reported.reduce((sum, value, m) => sum + value - truth[m], 0) / horizon;
  };
  const hollowBonus = describe(column(own, 'bonusHollowUsd'))?.mean ?? 0;
  // One sentence cannot weigh two bonuses.
  const motivation =
    arm.later === undefined ? motivationOf(arm, beliefs, hollowPerMonth, hollowBonus / horizon) : undefined;
  return {
    motive: director?.motive ?? 'own-pay',
    tenure: { survivalShare },
    monthly,
    ...(motivation === undefined ? {} : { motivation }),
    paidOn: [...new Set(paid.map((component) => component.metric))],
  };
}

/** Expected wins lost against the benchmark, by cause; the causes add up to the total, replicate by replicate. */
function blame(arm: string, own: number, best: number, column: Column): Blame {
  const sumOf = (line: number, ids: readonly OutcomeId[]) => {
    const sum = new Float64Array(column(line, ids[0]).length);
    for (const id of ids) {
      const values = column(line, id);
      for (let i = 0; i < sum.length; i++) sum[i] += values[i];
    }
    return sum;
  };
  const gain = (cause: string, title: string, ids: readonly OutcomeId[], sign: 1 | -1) => {
    const better = sign === 1 ? best : own;
    const worse = sign === 1 ? own : best;
    const winsLost = pairedDifference(sumOf(better, ids), sumOf(worse, ids), 'lower', 1);
    return winsLost === undefined ? [] : [{ cause, title, winsLost }];
  };
  const mean = (id: OutcomeId) => describe(column(own, id))?.mean ?? 0;
  const total = pairedDifference(
    column(best, 'expectedWinsCount'),
    column(own, 'expectedWinsCount'),
    'lower',
    1,
  );
  return {
    arm,
    rows: [
      ...gain(
        'own',
        'Fewer deals that sellers found, or won of leads not ready',
        ['ownWinsCount', 'unreadyWinsCount'],
        1,
      ),
      ...gain('fewer-ready', 'Fewer ready buyers found', ['readyWinsCount'], 1),
      ...gain('never-passed', 'Ready, but never passed', ['lostNeverPassedCount'], -1),
      ...gain('passed-late', 'Passed late', ['lostPassedLateCount'], -1),
      ...gain('no-time', 'Never called: sellers had no time', ['lostNoTimeCount'], -1),
      ...gain('not-believed', 'Never called: not believed in', ['lostNotBelievedCount'], -1),
      ...gain('cooled', 'Cooled while waiting', ['lostCooledCount'], -1),
      ...gain('worked-badly', 'Worked badly', ['lostWorkedBadlyCount'], -1),
    ],
    total: total ?? { n: 0, meanDifference: 0, se: 0, ci95: [0, 0], ci95Simultaneous: [0, 0] },
    claims: {
      marketing: {
        sqlsCount: mean('sqlsCount'),
        leadsCount: mean('leadsCount'),
        leadsDroppedShare: mean('leadsDroppedShare'),
      },
      sales: {
        unreadyCalledShare: mean('unreadyCalledShare'),
        sellingTimeWastedShare: mean('sellingTimeWastedShare'),
      },
    },
  };
}
