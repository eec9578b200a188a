import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { LEDGERS } from '../model/metric.ts';
import type { Arm, Scenario } from '../scenario/scenario.ts';
import { certaintyEquivalentOf } from '../statistics/certaintyEquivalentOf.ts';
import { describe } from '../statistics/describe.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { VERSION } from '../version.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { compileMetric } from '../worlds/revenue/company.ts';
import { METRICS } from '../worlds/revenue/metrics/index.ts';
import { OUTCOME, OUTCOME_COUNT, OUTCOMES, type OutcomeId } from '../worlds/revenue/outcomes.ts';
import { COUNTER_COUNT } from '../worlds/revenue/state.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import { type ArmResult, type Blame, BUNDLE_VERSION, type Bundle, type Misalignment } from './bundle.ts';
import { type Executor, inlineExecutor } from './executor.ts';
import type { Line } from './lines.ts';
import { motivationOf } from './motivation.ts';
import { type Tell, testAssumptions } from './sensitivity.ts';
import { WorldBook } from './worldBook.ts';

export interface CompareOptions {
  /** Names of the arms to run; all when absent. The reference is always run. */
  readonly arms?: readonly string[];
  readonly replicates?: number;
  readonly seed?: string;
  /** Holds every arm's expected pay cost, or the director's certainty equivalent, at the reference's by a change of salary. */
  readonly hold?: 'cost' | 'utility';
  /** How many of the weakest assumptions to re-run at both ends of their range; default 0. */
  readonly sensitivity?: number;
  readonly executor?: Executor;
  /** What is known of worlds already, when several comparisons share some. */
  readonly book?: WorldBook;
  /** Called as work is finished; return false to stop early and keep what is done. */
  readonly onProgress?: Tell;
  /** The command that reproduces the result, for reports. */
  readonly command?: string;
}

/** Currencies in which the cost of misalignment is stated. */
const CURRENCIES: readonly OutcomeId[] = ['revenueUsd', 'marketShare', 'customerSatisfactionScore', 'profitUsd'];

/**
 * Compares the arms of a scenario on common luck: every arm meets the same buyers in the same replicate, and beside every arm run its counterfactual without
 * gaming and the best company policy that was found.
 *
 * @returns the bundle: means with standard errors and intervals, paired differences from the reference, cost of misalignment, blame
 * @throws InputError for an unknown arm
 * @example const bundle = await compare(parseScenario(text), { replicates: 200 });
 */
export async function compare(scenario: Scenario, options: CompareOptions = {}): Promise<Bundle> {
  const arms = chosenArms(scenario, options.arms);
  const replicates = options.replicates ?? scenario.replicates;
  const seed = options.seed ?? scenario.seed;
  const executor = options.executor ?? inlineExecutor;
  const tell = options.onProgress ?? (() => true);
  tell(0, replicates, 'learning what tactics do');
  const book = options.book ?? new WorldBook();
  const worlds = arms.map((arm) => arm.world);
  await book.learn(worlds, executor);
  await book.findBenchmarks(worlds, executor);
  const { lines, own, honest, best } = layOut(arms, book);

  const columns = lines.map(() => OUTCOMES.map(() => new Float64Array(replicates).fill(NaN)));
  const months = lines.map((line) => new Float64Array(line.world.horizonMonths * 3 * COUNTER_COUNT));
  const failed: { replicate: number; arm: string; message: string }[] = [];
  let done = 0;
  let going = true;
  await executor.run(lines, seed, replicates, (chunk) => {
    for (let replicate = chunk.from; replicate < chunk.to; replicate++) {
      for (let line = 0; line < lines.length; line++) {
        const base = ((replicate - chunk.from) * lines.length + line) * OUTCOME_COUNT;
        for (let i = 0; i < OUTCOME_COUNT; i++) columns[line][i][replicate] = chunk.outcomes[base + i];
      }
    }
    for (let line = 0; line < lines.length; line++)
      for (let i = 0; i < months[line].length; i++) months[line][i] += chunk.months[line][i];
    for (const failure of chunk.failures)
      failed.push({ replicate: failure.replicate, arm: lines[failure.line].name, message: failure.message });
    done = chunk.to;
    going = tell(done, replicates, 'running') !== false;
    return going;
  });
  const completed = done - failed.length;

  const heldUsd = hold(options.hold, arms, own, columns, scenario.reference);
  const reference = arms.findIndex((arm) => arm.name === scenario.reference);
  const column = (line: number, id: OutcomeId) => columns[line][OUTCOME[id]];
  const contrasts = arms.flatMap((arm, a) => {
    if (a === reference) return [];
    const outcomes: Record<string, PairedDifference> = {};
    for (const outcome of OUTCOMES) {
      const difference = pairedDifference(
        column(own[a], outcome.id),
        column(own[reference], outcome.id),
        outcome.direction,
        arms.length - 1,
      );
      if (difference !== undefined) outcomes[outcome.id] = difference;
    }
    return [{ arm: arm.name, reference: scenario.reference, outcomes }];
  });
  const sensitivity =
    (options.sensitivity ?? 0) > 0 && going
      ? await testAssumptions(
          scenario,
          arms,
          contrasts.map((contrast) => ({ arm: contrast.arm, difference: contrast.outcomes[scenario.outcome] })),
          options.sensitivity!,
          seed,
          executor,
          tell,
        )
      : [];
  const warnings = [...scenario.warnings];
  if (completed < 100) warnings.push(`Only ${completed} replicates: intervals of fewer than 100 are rough.`);
  if (done < replicates) warnings.push(`Stopped after ${done} of ${replicates} replicates.`);
  if (failed.length > 0) warnings.push(`${failed.length} of ${done} replicates failed and are left out.`);
  return {
    schemaVersion: BUNDLE_VERSION,
    tool: { name: 'goodhart', version: VERSION },
    scenario: {
      name: scenario.name,
      about: scenario.about,
      hash: scenario.hash,
      horizonMonths: scenario.horizonMonths,
      outcome: scenario.outcome,
      reference: scenario.reference,
      resolved: scenario.resolved,
      assumptions: scenario.assumptions,
    },
    command: options.command ?? '',
    seed,
    replicates: { requested: replicates, completed, failed },
    ...(options.hold === undefined ? {} : { hold: options.hold }),
    arms: arms.map((arm, a) =>
      armResult(arm, columns[own[a]], months[own[a]], completed, heldUsd[a], book.beliefsOf(arm.world)),
    ),
    contrasts,
    misalignment: arms.map((arm, a) => misalignment(arm, own[a], honest[a], best[a], column)),
    blame: arms.map((arm, a) => blame(arm, own[a], best[a], column)),
    sensitivity,
    warnings,
  };
}

/** The arms asked for, in the order of the scenario, the reference among them. */
export function chosenArms(scenario: Scenario, names: readonly string[] | undefined, option = '--arms'): Arm[] {
  if (names === undefined) return [...scenario.arms];
  for (const name of names) {
    if (scenario.arms.some((arm) => arm.name === name)) continue;
    const near = nearestName(
      name,
      scenario.arms.map((arm) => arm.name),
    );
    refuse([
      {
        code: 'dangling-reference',
        path: option,
        got: showValue(name),
        expected: `one of ${scenario.arms.map((arm) => arm.name).join(', ')}`,
        hint: near && `did you mean ${near}?`,
      },
    ]);
  }
  return scenario.arms.filter((arm) => names.includes(arm.name) || arm.name === scenario.reference);
}

interface Layout {
  readonly lines: readonly Line[];
  readonly own: readonly number[];
  readonly honest: readonly number[];
  readonly best: readonly number[];
}

/** Which runs a comparison needs: equal ones are run once. */
function layOut(arms: readonly Arm[], book: WorldBook): Layout {
  const lines: Line[] = [];
  const index = new Map<string, number>();
  const add = (line: Line): number => {
    const key = canonicalJson([
      line.world,
      line.pay,
      { ...line.policy, levels: line.policy.levels && [...line.policy.levels] },
    ]);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, lines.length);
    return lines.push(line) - 1;
  };
  const own: number[] = [];
  const honest: number[] = [];
  const best: number[] = [];
  for (const arm of arms) {
    const beliefs = book.beliefsOf(arm.world);
    const director = arm.world.people.find((person) => person.role === 'marketing-director');
    const benchmark = book.benchmarkOf(arm.world);
    const companyLine: Line = {
      name: `${arm.name} (benchmark)`,
      world: benchmark.world,
      pay: salaryOnly(arm),
      beliefs,
      policy: benchmark.policy,
    };
    const bonus = director !== undefined && (arm.pay[director.name]?.components?.length ?? 0) > 0;
    const games = director?.motive === 'own-pay' ? bonus : director?.motive === 'scripted';
    own.push(
      director?.motive === 'company'
        ? add({ ...companyLine, name: arm.name, pay: arm.pay })
        : add(ownLine(arm, beliefs)),
    );
    honest.push(
      games
        ? add({
            name: `${arm.name} (no gaming)`,
            world: asOwnPay(arm.world),
            pay: arm.pay,
            beliefs,
            policy: { motive: 'honest' },
          })
        : own[own.length - 1],
    );
    best.push(add(companyLine));
  }
  return { lines, own, honest, best };
}

/** What an arm's own people do: nobody's policy but theirs. */
export function ownLine(arm: Arm, beliefs: BeliefTable): Line {
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  const bonus = director !== undefined && (arm.pay[director.name]?.components?.length ?? 0) > 0;
  return {
    name: arm.name,
    ...(director?.motive === 'honest' && bonus
      ? { world: asOwnPay(arm.world), policy: { motive: 'honest' as const } }
      : { world: arm.world, policy: {} }),
    pay: arm.pay,
    beliefs,
  };
}

/** The same world with people who choose for their own pay: whether they may game is then a matter of the line's policy, and equal lines are run once. */
function asOwnPay(world: RevenueWorld): RevenueWorld {
  if (world.people.every((person) => person.motive === 'own-pay')) return world;
  return { ...world, people: world.people.map((person) => ({ ...person, motive: 'own-pay' as const })) };
}

/** The arm's plan with the director on salary: what the benchmark's director is paid (the level is set afterwards). */
function salaryOnly(arm: Arm): Arm['pay'] {
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  if (director === undefined) return arm.pay;
  return { ...arm.pay, [director.name]: { baseUsdPerYear: 0 } };
}

/** Holds pay equal by a change of the director's salary, which under constant absolute risk aversion changes no choice. */
function hold(
  by: 'cost' | 'utility' | undefined,
  arms: readonly Arm[],
  own: readonly number[],
  columns: readonly (readonly Float64Array[])[],
  reference: string,
): (number | undefined)[] {
  if (by === undefined) return arms.map(() => undefined);
  const level = (a: number): number => {
    const outcomes = columns[own[a]];
    if (by === 'cost')
      return (
        (describe(outcomes[OUTCOME.directorPayUsd])?.mean ?? 0) + (describe(outcomes[OUTCOME.repPayUsd])?.mean ?? 0)
      );
    return directorEquivalent(arms[a], outcomes)?.value ?? 0;
  };
  const target = level(arms.findIndex((arm) => arm.name === reference));
  return arms.map((_, a) => {
    const shift = target - level(a);
    const outcomes = columns[own[a]].map((values) => values.slice());
    for (const id of ['directorPayUsd', 'directorNetUsd'] as const)
      outcomes[OUTCOME[id]] = outcomes[OUTCOME[id]].map((value) => value + shift);
    outcomes[OUTCOME.profitUsd] = outcomes[OUTCOME.profitUsd].map((value) => value - shift);
    (columns as Float64Array[][])[own[a]] = outcomes;
    return shift;
  });
}

/** What an arm is worth to its director, over the runs that did not fail. */
export function directorEquivalent(
  arm: Arm,
  outcomes: readonly Float64Array[],
): { value: number; se: number } | undefined {
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  const net = outcomes[OUTCOME.directorNetUsd].filter((value) => !Number.isNaN(value));
  return director === undefined || net.length === 0
    ? undefined
    : certaintyEquivalentOf(net, director.riskAversionPerUsd);
}

function armResult(
  arm: Arm,
  columns: readonly Float64Array[],
  monthSums: Float64Array,
  completed: number,
  heldUsd: number | undefined,
  beliefs: BeliefTable,
): ArmResult {
  const outcomes: Record<string, ArmResult['outcomes'][string]> = {};
  for (const [i, { id, unit, direction, title }] of OUTCOMES.entries()) {
    const summary = describe(columns[i]);
    if (summary !== undefined) outcomes[id] = { unit, direction, title, ...summary };
  }
  const horizon = arm.world.horizonMonths;
  const monthly: Record<string, ArmResult['monthly'][string]> = {};
  for (const metric of METRICS) {
    const { numerator, denominator } = compileMetric(metric.id);
    // A ratio without a denominator in some month is undefined there: absent, never 0.
    const undefinedSomewhere =
      denominator >= 0 &&
      LEDGERS.some((_, ledger) =>
        Array.from({ length: horizon }, (_, m) => monthSums[(m * 3 + ledger) * COUNTER_COUNT + denominator]).some(
          (bottom) => !(bottom > 0),
        ),
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
  const tenure = columns[OUTCOME.tenureMonths];
  const dismissed = columns[OUTCOME.dismissedShare];
  const survivalShare = Array.from({ length: horizon }, (_, m) => {
    let left = 0;
    for (let i = 0; i < tenure.length; i++) if (dismissed[i] === 1 && tenure[i] <= m + 1) left++;
    return completed > 0 ? 1 - left / completed : 1;
  });
  const equivalent = directorEquivalent(arm, columns);
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  const plan = director === undefined ? undefined : arm.pay[director.name];
  const hollowPerMonth = (metric: string) => {
    const { reported, true: truth } = monthly[metric];
    return reported.reduce((sum, value, m) => sum + value - truth[m], 0) / horizon;
  };
  const motivation = motivationOf(arm, beliefs, hollowPerMonth, (outcomes.bonusHollowUsd?.mean ?? 0) / horizon);
  return {
    name: arm.name,
    plan: arm.plan,
    set: arm.set,
    about: arm.about,
    motive: director?.motive ?? 'own-pay',
    outcomes,
    tenure: { survivalShare },
    ...(equivalent === undefined ? {} : { certaintyEquivalentUsd: { mean: equivalent.value, se: equivalent.se } }),
    ...(heldUsd === undefined ? {} : { heldUsd }),
    monthly,
    ...(motivation === undefined ? {} : { motivation }),
    paidOn: (plan?.components ?? []).map((component) => component.metric),
  };
}

type Column = (line: number, id: OutcomeId) => Float64Array;

/**
 * Cost of misalignment in four currencies, split: gaming (the arm without gaming less the arm) and effort (the benchmark less the arm without gaming).
 * The benchmark's director is paid the arm's expected pay as salary.
 */
function misalignment(arm: Arm, own: number, honest: number, best: number, column: Column): Misalignment {
  const costs: Record<string, Misalignment['costs'][string]> = {};
  const pay = describe(column(own, 'directorPayUsd'))?.mean ?? 0;
  for (const id of CURRENCIES) {
    const { unit, direction } = OUTCOMES[OUTCOME[id]];
    let benchmark = column(best, id);
    if (id === 'profitUsd') {
      const ownPay = column(best, 'directorPayUsd');
      benchmark = benchmark.map((profit, i) => profit + ownPay[i] - pay);
    }
    const gaming = pairedDifference(column(honest, id), column(own, id), direction, 1);
    const effort = pairedDifference(benchmark, column(honest, id), direction, 1);
    const total = pairedDifference(benchmark, column(own, id), direction, 1);
    if (gaming !== undefined && effort !== undefined && total !== undefined)
      costs[id] = { unit, gaming, effort, total };
  }
  return { arm: arm.name, costs, beatsBenchmark: costs.profitUsd !== undefined && costs.profitUsd.total.ci95[1] < 0 };
}

/** Expected wins lost against the benchmark, by cause; the causes add up to the total, replicate by replicate. */
function blame(arm: Arm, own: number, best: number, column: Column): Blame {
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
  const total = pairedDifference(column(best, 'expectedWinsCount'), column(own, 'expectedWinsCount'), 'lower', 1);
  return {
    arm: arm.name,
    rows: [
      ...gain('never-ready', 'Hours lost on leads never sales-ready', ['ownWinsCount', 'unreadyWinsCount'], 1),
      ...gain('fewer-ready', 'Fewer ready buyers found', ['readyWinsCount'], 1),
      ...gain('never-passed', 'Ready, but never passed', ['lostNeverPassedCount'], -1),
      ...gain('passed-late', 'Passed late', ['lostPassedLateCount'], -1),
      ...gain('never-worked', 'Never worked by sales', ['lostNeverWorkedCount'], -1),
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
      sales: { unreadySqlsShare: mean('unreadySqlsShare'), sellingTimeWastedShare: mean('sellingTimeWastedShare') },
    },
  };
}
