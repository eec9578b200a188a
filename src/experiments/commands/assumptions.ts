import { InputError } from '../../core/errors.ts';
import { DEFAULT_INTEGRITY, shareBelow } from '../../scenario/assumptions.ts';
import { parseScenario } from '../../scenario/load.ts';
import { type Assumption, referenceOf, type Scenario } from '../../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf, prepareBeliefs } from '../adapters/adapterOf.ts';
import type { Executor } from '../executors/executor.ts';
import type { AssumptionTest, Bundle, PopulationTest, TurningPoint } from '../result/bundle.ts';
import type { Column } from '../running/column.ts';
import { withoutLuck } from '../running/controlVariate.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sampleEach } from '../running/sample.ts';
import type { TrialColumns } from '../tasks/trial.ts';
import type { Tell } from './progress.ts';

/** Replicates at each end of an assumption's range. */
export const SENSITIVITY_REPLICATES = 100;
const DOING = 'testing assumptions';

/** An estimated difference of an arm from another: by default, the arm that it is compared with. */
export interface KnownContrast {
  readonly arm: string;
  readonly reference?: string;
  readonly difference: PairedDifference | undefined;
}

/** Differences of which the largest is tested, in an outcome. */
export interface TestedContrasts {
  readonly outcome: string;
  readonly contrasts: readonly KnownContrast[];
}

/** The recommended arm against the reference, in the outcome that ranks them; undefined if it is that. */
export function recommended(scenario: Scenario, answer: Bundle['answer']): TestedContrasts | undefined {
  const best = answer?.ranking.find(({ arm }) => arm === answer.best);
  if (best?.fromReference === undefined) return undefined;
  const { reference } = scenario;
  return {
    outcome: answer!.rankedBy,
    contrasts: [{ arm: best.arm, reference, difference: best.fromReference }],
  };
}

export interface TestOptions {
  /** Outcome of the contrasts. */
  readonly outcome: string;
  /** Maximum number of assumptions to test, weakest first. */
  readonly limit: number;
  readonly seed: string;
  readonly executor: Executor;
  readonly tell: Tell;
}

/** Results of the tests. */
export interface Tested {
  readonly tests: readonly AssumptionTest[];
  readonly turning?: TurningPoint;
  readonly population?: PopulationTest;
}

/** A scenario with something changed. */
interface Changed {
  readonly changed: Scenario;
}

/** The scenario with one number moved to an end of its range. */
interface Case extends Changed {
  readonly item: Assumption;
  readonly end: 'low' | 'high';
  readonly value: number;
}

/**
 * One-at-a-time sensitivity analysis: re-estimates the largest contrast at both ends of the weakest
 * assumptions. The weakest are numbers with a range that the scenario sets, alternating with
 * other numbers that no data support. Ends that equal the value or make the scenario invalid are skipped.
 */
export async function testAssumptions(
  scenario: Scenario,
  contrasts: readonly KnownContrast[],
  { outcome, limit, seed, executor, tell }: TestOptions,
): Promise<Tested> {
  const size = ({ difference }: KnownContrast) => Math.abs(difference?.meanDifference ?? -1);
  const [main] = [...contrasts].sort((a, b) => size(b) - size(a));
  if (main?.difference === undefined) return { tests: [] };
  const base = main.difference;
  const reference = main.reference ?? referenceOf(scenario, main.arm);
  const cases = weakest(scenario)
    .slice(0, limit)
    .flatMap((item) => casesOf(scenario, item));
  const pair = { arm: main.arm, reference, outcome };
  const differences = await differencesOf(cases, pair, { seed, executor, tell });
  const tests = differences.flatMap((difference, c) =>
    difference === undefined ? [] : [{ ...testOf(cases[c], main.arm, reference, difference, base), outcome }],
  );
  const turning = await turningOf(scenario, tests, { seed, executor, tell });
  const population = await populationOf(scenario, pair, { seed, executor, tell });
  return {
    tests,
    ...(turning === undefined ? {} : { turning }),
    ...(population === undefined ? {} : { population }),
  };
}

/** What is asked of every case. */
interface Pair {
  readonly arm: string;
  readonly reference: string;
  readonly outcome: string;
}

/** Difference of a pair of arms in each case; none if the work is stopped. */
async function differencesOf(
  cases: readonly Changed[],
  { arm, reference, outcome }: Pair,
  { seed, executor, tell }: Pick<TestOptions, 'seed' | 'executor' | 'tell'>,
): Promise<(PairedDifference | undefined)[]> {
  const names = [arm, reference];
  const cache = new PreparationCache();
  const scenarios = cases.map(({ changed }) => changed);
  let measured = 0;
  let isGoing = true;
  await prepareBeliefs(scenarios, names, cache, executor, () => {
    isGoing = tell(Math.min(measured++, cases.length), 2 * cases.length, DOING) !== false;
    return isGoing;
  });
  if (!isGoing || cases.length === 0) return [];
  const adapters = await Promise.all(
    scenarios.map((changed) => adapterOf(changed, names, cache, executor, () => 'none')),
  );
  const ids = [outcome, ...(adapters[0].control === undefined ? [] : [adapters[0].control.id])];
  const found: TrialColumns[] = [];
  await sampleEach(
    adapters.map(({ runs }) => runs),
    { seed, n: SENSITIVITY_REPLICATES, outcomes: ids.map((id) => placeOf(adapters[0], id)), executor },
    (columns) => {
      found.push(columns);
      return tell(cases.length + found.length, 2 * cases.length, DOING) !== false;
    },
  );
  const { direction } = adapters[0].outcomes[placeOf(adapters[0], outcome)];
  return found.map((columns, c) => {
    const column: Column = (run, id) => columns[ids.indexOf(id)][run];
    const of = (name: string) => askedOf(adapters[c], name, outcome, column);
    return pairedDifference(of(arm), of(reference), direction, 1);
  });
}

/**
 * The difference with the default mix of people in place of the first person whose integrity the scenario
 * states; undefined if it states nobody's.
 */
async function populationOf(
  scenario: Scenario,
  pair: Pair,
  options: Pick<TestOptions, 'seed' | 'executor' | 'tell'>,
): Promise<PopulationTest | undefined> {
  const stated = scenario.assumptions.find(
    ({ path, value, origin }) =>
      STATED.test(path) && typeof value === 'number' && value > 0 && origin !== 'default' && origin !== 'set',
  );
  if (stated === undefined) return undefined;
  const changed = withValue(scenario, stated.path, DEFAULT_INTEGRITY);
  if (changed === undefined) return undefined;
  const [difference] = await differencesOf([{ changed }], pair, options);
  if (difference === undefined) return undefined;
  const integrityUsd = stated.value as number;
  return {
    person: STATED.exec(stated.path)![1],
    integrityUsd,
    belowShare: shareBelow(integrityUsd),
    neverShare: DEFAULT_INTEGRITY.neverShare,
    ...pair,
    difference,
  };
}

/** Path of a person's integrity. */
const STATED = /^people\.([^.]+)\.integrityUsd$/;

/** Steps of the bisection: the point is known to 1/32 of the way from the usual value to the end. */
const STEPS = 5;

/**
 * Bisects between the usual value and an end at which the difference is told to have the other sign. Of
 * several such ends, the one is taken at which the difference is turned by most.
 */
async function turningOf(
  scenario: Scenario,
  tests: readonly AssumptionTest[],
  options: Pick<TestOptions, 'seed' | 'executor' | 'tell'>,
): Promise<TurningPoint | undefined> {
  const turned = tests.filter(({ verdict }) => verdict === 'turned');
  const [test] = [...turned].sort(
    (a, b) => Math.abs(b.difference.meanDifference) - Math.abs(a.difference.meanDifference),
  );
  if (test === undefined) return undefined;
  const { path, arm, reference, outcome, unit, about, base } = test;
  const item = scenario.assumptions.find((assumption) => assumption.path === path)!;
  const isTurned = test.difference.meanDifference > 0;
  let [usual, other] = [base, test.value];
  for (let step = 0; step < STEPS; step++) {
    const value = (usual + other) / 2;
    const changed = withValue(scenario, path, value);
    // Of whole numbers there may be none between.
    if (changed === undefined) break;
    const cases = [{ item, end: test.end, value, changed }];
    const [difference] = await differencesOf(cases, { arm, reference, outcome }, options);
    if (difference === undefined) return undefined;
    if (difference.meanDifference > 0 === isTurned) other = value;
    else usual = value;
  }
  return { path, arm, reference, unit, about, base, between: [usual, other] };
}

function testOf(
  { item, end, value }: Case,
  arm: string,
  reference: string,
  difference: PairedDifference,
  base: PairedDifference,
): Omit<AssumptionTest, 'outcome'> {
  const { path, unit, about } = item;
  return {
    path,
    arm,
    reference,
    unit,
    about,
    base: item.value as number,
    end,
    value,
    difference,
    verdict: verdictOf(difference, base),
  };
}

function verdictOf(difference: PairedDifference, base: PairedDifference): AssumptionTest['verdict'] {
  const side = ({ ci95: [low, high] }: PairedDifference) => (low > 0 ? 1 : high < 0 ? -1 : 0);
  if (side(difference) === side(base)) return 'same';
  return side(difference) === 0 || side(base) === 0 ? 'open' : 'turned';
}

function placeOf({ outcomes }: WorldAdapter, id: string): number {
  return outcomes.findIndex((outcome) => outcome.id === id);
}

/** Values of the primary outcome in an arm, adjusted by the control variate. */
function askedOf(
  { arms, runsOf, control }: WorldAdapter,
  arm: string,
  asked: string,
  column: Column,
): Float64Array {
  const own = runsOf[arms.findIndex(({ name }) => name === arm)].own;
  // Of the outcomes that the control variate adjusts, only the primary one was sampled.
  const narrow = control?.of.includes(asked) ? { id: control.id, of: [asked] } : undefined;
  return withoutLuck(narrow, column, SENSITIVITY_REPLICATES).column(own, asked);
}

/**
 * Numbers with a range: those that the scenario sets, alternating with other unsupported ones.
 */
function weakest(scenario: Scenario): Assumption[] {
  const ranged = scenario.assumptions.filter(
    (item) => item.low !== undefined && item.high !== undefined && typeof item.value === 'number',
  );
  // What the command sets is what is asked: it stays.
  const chosen = ranged.filter(({ origin }) => origin === 'scenario');
  const assumed = ranged.filter(
    (item) => !chosen.includes(item) && item.origin !== 'set' && item.source.startsWith('assumption'),
  );
  const list: Assumption[] = [];
  for (let i = 0; i < Math.max(chosen.length, assumed.length); i++)
    list.push(...[chosen[i], assumed[i]].filter(Boolean));
  return list;
}

/** The scenario at both ends of a number's range, without ends that equal the value or make it invalid. */
function casesOf(scenario: Scenario, item: Assumption): Case[] {
  return (['low', 'high'] as const).flatMap((end) => {
    const value = item[end]!;
    const changed = value === item.value ? undefined : withValue(scenario, item.path, value);
    return changed === undefined ? [] : [{ item, end, value, changed }];
  });
}

/** The scenario with one value replaced; undefined if that makes it invalid. */
function withValue(scenario: Scenario, path: string, value: unknown): Scenario | undefined {
  // The resolved scenario already contains its base.
  const { extends: _, ...merged } = scenario.resolved;
  try {
    return parseScenario(JSON.stringify(merged), { set: { [path]: value } });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
