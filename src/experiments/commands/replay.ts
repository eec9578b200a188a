import { LEDGERS } from '../../model/metric.ts';
import type { Plan } from '../../model/plan.ts';
import { luckKey } from '../../random/luck.ts';
import type { RevenueArm, RevenueScenario } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import { METRICS } from '../../worlds/revenue/catalogue/metrics/index.ts';
import { TACTICS } from '../../worlds/revenue/catalogue/tactics/index.ts';
import { compileCompany } from '../../worlds/revenue/compile/company.ts';
import { compileMetric } from '../../worlds/revenue/compile/metrics.ts';
import { partsOf } from '../../worlds/revenue/compile/parts.ts';
import { hasOneOwner } from '../../worlds/revenue/compile/roles.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { Company } from '../../worlds/revenue/contract/company.ts';
import { inLedger } from '../../worlds/revenue/contract/slots.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import type { Diary } from '../../worlds/revenue/engine/diary.ts';
import { Market } from '../../worlds/revenue/engine/market/market.ts';
import { Runner } from '../../worlds/revenue/engine/run.ts';
import { findBenchmark, undisturbed } from '../../worlds/revenue/preparation/benchmark.ts';
import { settleBeliefs } from '../../worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import { arrange, arranged } from '../../worlds/revenue/preparation/ownerChoice.ts';
import { promiseWorths } from '../../worlds/revenue/preparation/promiseWorth.ts';
import { ArmRunMaker, plannersOf } from '../adapters/revenue/armRuns.ts';
import type { PersonMonth, Replay, ReplayMonth } from '../result/replay.ts';
import { promisesOf, settled } from '../running/preparationCache.ts';
import { beliefKey } from '../running/preparationKeys.ts';
import type { RevenueRun } from '../tasks/runSpec.ts';
import { checkCall, text, whole } from './checkOptions.ts';
import { chosenArms } from './chosenArms.ts';

const OPTIONS = { armName: text, replicate: whole(0, 2 ** 31 - 1), seed: text };

/**
 * Runs one replicate of one arm and reports it month by month: reported, true and sound metrics, people's
 * actions, and pay. The numbers equal those that the replicate contributes to a comparison.
 *
 * @param replicate 0-based
 */
export function replay(
  scenario: RevenueScenario,
  armName: string,
  replicate: number,
  seed = scenario.seed,
): Replay {
  return replayOf(prepared(scenario, armName, replicate, seed), {
    scenario: scenario.name,
    arm: armName,
    seed,
    replicate,
  });
}

/** Outcomes by which a run is typical: money, quota, selling time, and what gaming earned. */
const TYPICAL_BY: readonly string[] = [
  'revenueUsd',
  'profitUsd',
  'quotaAttainmentShare',
  'sellingTimeWastedShare',
  'bonusPaidUsd',
  'bonusHollowUsd',
  'tenureMonths',
];

/**
 * The typical run of an arm: of the first `of` replicates, the one whose outcomes lie nearest to their
 * medians, each measured in the distance from its 10% to its 90% quantile.
 */
export function replayTypical(
  scenario: RevenueScenario,
  armName: string,
  seed = scenario.seed,
  of = 100,
): Replay {
  const ready = prepared(scenario, armName, of - 1, seed);
  const { company, market, runner } = ready;
  const ids = company.outcomes.map(({ id }, i) => ({ id, i })).filter(({ id }) => TYPICAL_BY.includes(id));
  const columns = ids.map(() => new Float64Array(of));
  const outcomes = new Float64Array(company.outcomes.length);
  for (let replicate = 0; replicate < of; replicate++) {
    market.fill(luckKey(seed, replicate));
    runner.run(outcomes);
    for (const [k, { i }] of ids.entries()) columns[k][replicate] = outcomes[i];
  }
  const distances = new Float64Array(of);
  for (const column of columns) {
    const summary = describe(column, false);
    if (summary === undefined || !(summary.p90 > summary.p10)) continue;
    for (let r = 0; r < of; r++)
      if (!Number.isNaN(column[r]))
        distances[r] += ((column[r] - summary.p50) / (summary.p90 - summary.p10)) ** 2;
  }
  const replicate = distances.indexOf(Math.min(...distances));
  return {
    ...replayOf(ready, { scenario: scenario.name, arm: armName, seed, replicate }),
    typicalOf: of,
  };
}

/** Months of the first replicates of a run, in the form of a replay. */
export function monthsOf(run: RevenueRun, seed: string, replicates: number): (readonly ReplayMonth[])[] {
  const ready = readyFor(run);
  return Array.from(
    { length: replicates },
    (_, replicate) => replayOf(ready, { scenario: '', arm: run.name, seed, replicate }).months,
  );
}

/** An arm, ready to be run. */
export interface Ready {
  readonly company: Company;
  readonly market: Market;
  readonly runner: Runner;
}

/**
 * Prepares an arm whose replicates are to be run one by one.
 *
 * @throws InputError for an arm, replicate or seed that there cannot be
 */
export function prepared(scenario: RevenueScenario, armName: string, replicate: number, seed: string): Ready {
  checkCall(scenario, { armName, replicate, seed }, OPTIONS);
  chosenArms(scenario, [armName], '--arm');
  return readyFor(ownRun(scenario.arms.find(({ name }) => name === armName)!));
}

function readyFor({ world, pay, beliefs, policy, later, signing }: RevenueRun): Ready {
  const company = compileCompany(world, pay, beliefs, { policy, later, signing });
  const market = new Market(world, company.days);
  return { company, market, runner: new Runner(company, market) };
}

function replayOf(
  { company, market, runner }: Ready,
  head: Pick<Replay, 'scenario' | 'arm' | 'seed' | 'replicate'>,
): Replay {
  const outcomes = new Float64Array(company.outcomes.length);
  const months: ReplayMonth[] = [];
  let integrityUsd = 0;
  market.fill(luckKey(head.seed, head.replicate));
  runner.onMonth = (month, { books }, diaries) => {
    if (month === 0) integrityUsd = diaries[0]?.integrityUsd ?? 0;
    months.push({
      month: month + 1,
      metrics: metricsOf(company, books.months, month),
      ...togetherOf(company, diaries),
      ...(diaries.length > 1
        ? { people: Object.fromEntries(diaries.map((diary) => [diary.name, personMonth(diary)])) }
        : {}),
    });
  };
  runner.run(outcomes);
  return {
    ...head,
    integrityUsd,
    months,
    outcomes: Object.fromEntries(
      company.outcomes.flatMap(({ id }, i) => (Number.isNaN(outcomes[i]) ? [] : [[id, outcomes[i]]])),
    ),
  };
}

/** Beliefs about the worlds last asked for: a story is often read run by run. */
const known = new Map<string, Beliefs>();
const MOST_KNOWN = 8;

function beliefsOf(world: RevenueWorld): Beliefs {
  const key = beliefKey(world);
  const beliefs = known.get(key) ?? measureBeliefs(world);
  known.delete(key);
  known.set(key, beliefs);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  return beliefs;
}

/** The run of an arm without counterfactuals, prepared synchronously in this thread. */
function ownRun(written: RevenueArm): RevenueRun {
  const world = hasOneOwner(written.world)
    ? arranged(written.world, arrange(written.world, written.pay))
    : written.world;
  const beliefs = beliefsOf(world);
  const worthsOf = (pay: Plan) => promiseWorths(world, pay, beliefs);
  const findings = {
    beliefsOf: (asked: RevenueWorld) => (asked === world ? beliefs : beliefsOf(asked)),
    habitsOf: (_: RevenueWorld, pay: Plan) => settleBeliefs(world, pay, beliefs),
    benchmarkOf: () => findBenchmark(undisturbed(world), beliefs),
  };
  const named = { planners: plannersOf(world).map(({ name }) => name), parts: partsOf(world) };
  return new ArmRunMaker(findings, named).own(settled({ ...written, world }, promisesOf(written, worthsOf)));
}

/** Metrics of a month by ledger; a ratio with a zero denominator is omitted. */
function metricsOf({ slots }: Company, months: Float64Array, month: number): ReplayMonth['metrics'] {
  return Object.fromEntries(
    METRICS.map(({ id }) => {
      const { numerator, denominator } = compileMetric(id);
      const values = LEDGERS.flatMap((ledger, l) => {
        const at = (slot: number) => months[month * slots.size + inLedger(slots, slot, l)];
        const bottom = denominator < 0 ? 1 : at(denominator);
        return bottom > 0 ? [[ledger, at(numerator) / bottom] as const] : [];
      });
      return [id, Object.fromEntries(values)];
    }),
  );
}

/** Combined work, bonuses and events of all planners, in the units of {@link PersonMonth}. */
function togetherOf(
  { assignments, planners, tactics }: Company,
  diaries: readonly Diary[],
): Pick<ReplayMonth, 'tactics' | 'bonusUsd' | 'hollowBonusUsd' | 'events'> {
  const amounts = TACTICS.map(({ id, lever }) => {
    const users = assignments.filter(({ tactic }) => tactics[tactic].definition.id === id);
    if (users.length === 0) return [id, lever.kind === 'gaming' ? 0 : 1] as const;
    const amount = users.reduce((sum, { planner, weightShare }) => {
      const diary = diaries[planners[planner].row];
      return sum + (lever.kind === 'gaming' ? diary.units.get(id)! : weightShare * diary.level.get(id)!);
    }, 0);
    return [id, amount] as const;
  });
  const sum = (key: 'bonusUsd' | 'hollowBonusUsd') => diaries.reduce((total, diary) => total + diary[key], 0);
  return {
    tactics: Object.fromEntries(amounts),
    bonusUsd: sum('bonusUsd'),
    hollowBonusUsd: sum('hollowBonusUsd'),
    events: diaries.flatMap(({ name, events }) =>
      events.map((event) => wordsOf(event, name, diaries.length > 1)),
    ),
  };
}

function wordsOf(event: Diary['events'][number], name: string, isOneOfSeveral: boolean): string {
  if (event === 'dismissed') return `${name} dismissed`;
  if (event === 'hired') return `new ${name} hired`;
  return isOneOfSeveral ? `gaming of ${name} discovered` : 'gaming discovered';
}

/** One planner's month; tactics in which the person has no part are omitted. */
function personMonth({ integrityUsd, level, units, bonusUsd, hollowBonusUsd }: Diary): PersonMonth {
  const tactics = TACTICS.flatMap(({ id, lever }) => {
    const amount = (lever.kind === 'gaming' ? units : level).get(id);
    return amount === undefined ? [] : [[id, amount] as const];
  });
  return { integrityUsd, tactics: Object.fromEntries(tactics), bonusUsd, hollowBonusUsd };
}
