import { canonicalJson } from '../../../core/canonicalJson.ts';
import type { OutcomeDefinition } from '../../../model/metric.ts';
import { MONTHS_IN, type Plan } from '../../../model/plan.ts';
import type { RevenueArm } from '../../../scenario/scenario.ts';
import { outcomesDuring } from '../../../worlds/revenue/catalogue/outcomes/during.ts';
import { OUTCOMES } from '../../../worlds/revenue/catalogue/outcomes/index.ts';
import { bookedOfPart, outcomesOfPart } from '../../../worlds/revenue/catalogue/outcomes/parts.ts';
import {
  netOutcomeOf,
  outcomesOfPerson,
  payOutcomeOf,
} from '../../../worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../../../worlds/revenue/compile/company.ts';
import { partsOf } from '../../../worlds/revenue/compile/parts.ts';
import { payOfPerson } from '../../../worlds/revenue/compile/pay.ts';
import { roleOf, runsAsOneMind } from '../../../worlds/revenue/compile/roles.ts';
import { effectOf } from '../../../worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../../../worlds/revenue/contract/counters.ts';
import { type Named, type Part, quartersAfter, type Span } from '../../../worlds/revenue/contract/parts.ts';
import type { PersonValues, RevenueWorld } from '../../../worlds/revenue/contract/world.ts';
import type { Executor } from '../../executors/executor.ts';
import { type PreparationCache, type Promises, settled } from '../../running/preparationCache.ts';
import type { RevenueRun } from '../../tasks/runSpec.ts';
import {
  type ArmRuns,
  distinctList,
  type Paid,
  type Salary,
  type Wanted,
  type WorldAdapter,
} from '../adapter.ts';
import { ArmRunMaker, plannersOf } from './armRuns.ts';
import { blameOf } from './blame.ts';
import { habitsInWords } from './habitsInWords.ts';
import { storyOf } from './story.ts';

/** Outcomes derived from bookings, except those that are sums of parts. */
const BOOKED = [
  'revenueUsd',
  'renewalUsd',
  'payUsd',
  'profitBeforePayUsd',
  'economicProfitUsd',
  'surplusUsd',
  'quotaAttainmentShare',
  'marketShare',
];
/** Cap beyond which a bonus is hardly ever capped, as a multiple of the target bonus. */
const LARGE_TIMES = 3;
/** Pay of everybody without outcomes of their own. */
const SALES_PAY = ['repPayUsd', 'insidePayUsd', 'managerPayUsd'];

/**
 * Adapter for companies with marketing and sales. First owners arrange their companies, then the effects of
 * work are measured. The best company policy is searched only for arms that request the benchmark or follow
 * it.
 */
export async function revenueAdapter(
  asWritten: readonly RevenueArm[],
  cache: PreparationCache,
  executor: Executor,
  wanted: Wanted,
): Promise<WorldAdapter> {
  const arranged = await cache.arrange(asWritten, executor);
  const withOthers = asWritten.filter(({ name }) => wanted(name) !== 'none');
  await cache.measureBeliefs(
    [
      ...[...arranged.map(({ arm }) => arm), ...withOthers].map((arm) => arm.world),
      ...asWritten.flatMap(({ today }) => (today === undefined ? [] : [today])),
    ],
    executor,
  );
  const promises = await cache.settlePromises(
    arranged.map(({ arm }) => arm),
    executor,
  );
  const arms = arranged.map(({ arm }, a) => settled(arm, promises[a]));
  const written = asWritten.map((arm, a) => settled(arm, promises[a]));
  await cache.settleHabits(arms, executor);
  // Planners who act for the company follow the benchmark's policy.
  const benchmarks = written.filter(({ name, world }) => wanted(name) === 'all' || runsAsOneMind(world));
  await cache.findBenchmarks(benchmarks, executor);
  const named = namesIn(arms);
  const parts = partsIn(arms);
  const reported = { planners: named, parts, quarters: quartersIn(arms) };
  const since = reported.quarters[0]?.from;
  const outcomes = outcomesOf(reported);
  const maker = new ArmRunMaker(cache, reported);
  const { list: runs, add } = distinctList(keyOf);
  const runsOf = arms.map((arm, a): ArmRuns => {
    const own = add(maker.own(arm));
    if (wanted(arm.name) === 'none') return { own };
    // Without gaming, and under the benchmark, no owner has rearranged the company: both start from the
    // company as written.
    const without = maker.honest(written[a]);
    const honest = without === undefined ? own : add(without);
    if (wanted(arm.name) === 'gaming') return { own, honest };
    return { own, honest, best: add(maker.benchmark(written[a])) };
  });
  const personalPay = named.map(payOutcomeOf);
  return {
    kind: 'revenue',
    arms,
    outcomes,
    runs,
    runsOf,
    warnings: [
      ...paidForLuck(arms, cache),
      ...promisesInWords(arms, promises),
      ...habitsInWords(arms, cache),
    ],
    control: { id: 'dealLuckUsd', of: [...bookedOutcomes(outcomes), ...parts.flatMap(bookedOfPart)] },
    currencies: ['revenueUsd', 'marketShare', 'customerSatisfactionScore', 'profitUsd', 'surplusUsd'],
    objective: 'surplusUsd',
    benchmarkPayIds: personalPay,
    payIds: [...personalPay, ...SALES_PAY],
    salaryEffects: (a) => salaryEffects(arms[a].world),
    salary: (a) => salaryOf(arms[a]),
    ...valuedIn(arms),
    story: (a, column, monthSums, completed) => {
      const of = { arm: arms[a], own: runsOf[a].own, beliefs: cache.beliefsOf(arms[a].world), since };
      const story = storyOf({ ...of, monthSums, completed }, column);
      return { ...story, ...arrangementOf(written[a], arranged[a].arrangement) };
    },
    blame: (a, column) => {
      const { own, best } = runsOf[a];
      return best === undefined ? undefined : blameOf(arms[a].name, own, best, column);
    },
  };
}

/** Text that is equal for runs of one comparison that do the same. */
function keyOf({ world, pay, later, policy }: RevenueRun): string {
  const change = later === undefined ? {} : [later.fromMonth, later.pay, later.isLearnt ?? false];
  return canonicalJson([world, pay, change, policy]);
}

/** Bonuses on metrics that no tactic of the person moves by a noticeable amount. */
function paidForLuck(arms: readonly RevenueArm[], cache: PreparationCache): string[] {
  const warnings = new Set<string>();
  for (const { world, plan, pay } of arms) {
    const beliefs = cache.beliefsOf(world);
    const { assignments, planners, tactics } = compileCompany(world, pay, beliefs);
    for (const { name, pay: compiled, values, firstAssignment, assignmentCount } of planners) {
      const own = assignments.slice(firstAssignment, firstAssignment + assignmentCount);
      const kind = values.beliefs === 'naive' ? 'naive' : 'total';
      const isMoved = (slot: number) =>
        own.some(({ tactic }) => effectOf(beliefs, kind, tactics[tactic].definition.id, slot) !== undefined);
      const rated = compiled.rating?.parts.some(({ slot }) => isMoved(slot)) ?? false;
      for (const { metric, numerator, denominator } of compiled.components)
        if (
          !isMoved(numerator) &&
          !(denominator >= 0 && isMoved(denominator)) &&
          !(numerator === COUNTER.ratingSum && rated)
        )
          warnings.add(
            `Plan ${plan}: no tactic of ${name} moves ${metric}, so that the bonus on it pays for luck.`,
          );
    }
  }
  return [...warnings];
}

/** Bonuses on ratings that are capped or not paid, because keeping the promise is not worth more. */
function promisesInWords(arms: readonly RevenueArm[], promises: readonly Promises[]): string[] {
  const words = arms.flatMap(({ plan, pay, later }, a) => [
    ...unkept(plan, pay, promises[a].worths),
    ...(later === undefined ? [] : unkept(later.plan, later.pay, promises[a].laterWorths)),
  ]);
  return [...new Set(words)];
}

function unkept(plan: string, pay: Plan, worths: Promises['worths']): string[] {
  return Object.entries(worths).flatMap(([person, usd]) => {
    const { period } = pay[person].judged!;
    const targetUsd = ((pay[person].bonusUsdPerYear ?? 0) * MONTHS_IN[period]) / 12;
    if (usd > LARGE_TIMES * targetUsd) return [];
    return usd > 0
      ? `Plan ${plan}: ${person}'s bonus on the rating is capped at $${Math.round(usd).toLocaleString('en-US')} a ${period}. ` +
          'Keeping a larger promise would cost the company more than it is worth.'
      : `Plan ${plan}: ${person} is paid no bonus on the rating, and knows it. The promise is worth less to the ` +
          'company than any bonus would cost.';
  });
}

/** Outcomes of the company, of single planners and of its parts. */
function outcomesOf({ planners, parts, quarters = [] }: Named): OutcomeDefinition[] {
  return [
    ...OUTCOMES,
    ...planners.flatMap((name, row) => outcomesOfPerson({ name, row })),
    ...parts.flatMap((part) => outcomesOfPart(part, 0)),
    ...quarters.flatMap(outcomesDuring),
  ];
}

/** The quarters after the first change of plans of any arm, which are reported of all arms. */
function quartersIn(arms: readonly RevenueArm[]): Span[] {
  const changes = arms.flatMap(({ world, later }) =>
    later === undefined ? [] : [[later.fromMonth - 1, world.horizonMonths] as const],
  );
  if (changes.length === 0) return [];
  return quartersAfter(Math.min(...changes.map(([from]) => from)), changes[0][1]);
}

function partsIn(arms: readonly RevenueArm[]): Part[] {
  const parts = arms.flatMap(({ world }) => partsOf(world));
  const isFirst = ({ dimension, name }: Part, at: number) =>
    parts.findIndex((part) => part.dimension === dimension && part.name === name) === at;
  return parts.filter(isFirst);
}

/** Names of all planners, without duplicates, in file order. */
function namesIn(arms: readonly RevenueArm[]): string[] {
  const planners = arms.map(({ world }) => new Set(plannersOf(world)));
  return [
    ...new Set(
      arms.flatMap(({ world }, a) =>
        world.people.flatMap((person) => (planners[a].has(person) ? [person.name] : [])),
      ),
    ),
  ];
}

/** The planner whose certainty equivalent is reported: the head of marketing, or else the first one. */
function mainPlanner(world: RevenueWorld): PersonValues | undefined {
  const planners = plannersOf(world);
  return planners.find((person) => roleOf(person).isHead) ?? planners[0];
}

/** Whose pay is valued in each arm. */
function valuedIn(arms: readonly RevenueArm[]): Pick<WorldAdapter, 'person' | 'everybody'> {
  return {
    person(a) {
      const person = mainPlanner(arms[a].world);
      return person && paidAs(person);
    },
    everybody: (a) => plannersOf(arms[a].world).map(paidAs),
  };
}

function paidAs({ name, riskAversionPerUsd }: PersonValues): Paid {
  return { netId: netOutcomeOf(name), riskAversionPerUsd };
}

/** Salary of the planner whose certainty equivalent is reported. */
function salaryOf({ world, pay, later }: RevenueArm): Salary | undefined {
  const person = mainPlanner(world);
  if (person === undefined) return undefined;
  const { turnoverSharePerYear, quitElasticity, recruitElasticity } = world.marketing;
  return {
    person: person.name,
    usdPerYear: Math.min(
      ...[pay, ...(later === undefined ? [] : [later.pay])].map(
        (plan) => payOfPerson(plan, person).baseUsdPerYear,
      ),
    ),
    affectsRuns: turnoverSharePerYear > 0 && quitElasticity + recruitElasticity > 0,
  };
}

function salaryEffects(world: RevenueWorld): Readonly<Record<string, number>> {
  const person = mainPlanner(world);
  return person === undefined
    ? {}
    : { [payOutcomeOf(person.name)]: 1, [netOutcomeOf(person.name)]: 1, profitUsd: -1, payUsd: 1 };
}

/**
 * Outcomes that depend on bookings, and hence on chance in single deals. Includes every part of the sums
 * among them, so that adjusted parts still add up.
 */
function bookedOutcomes(outcomes: readonly OutcomeDefinition[]): string[] {
  const parts = outcomes.filter(({ partOf }) => partOf !== undefined);
  return [...BOOKED, ...new Set(parts.flatMap(({ id, partOf }) => [partOf!.whole, id]))];
}

function arrangementOf(
  { world }: RevenueArm,
  arrangement: Awaited<ReturnType<PreparationCache['arrange']>>[number]['arrangement'],
) {
  return arrangement === undefined
    ? {}
    : { arrangement: { ...arrangement, usualSqlBar: world.marketing.sqlBar } };
}
