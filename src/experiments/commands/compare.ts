import type { Scenario } from '../../scenario/scenario.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { answerOf } from '../estimates/answer.ts';
import { armColumns, type Hold } from '../estimates/armColumns.ts';
import { armResult } from '../estimates/armResult.ts';
import { type Comparisons, contrastsOf } from '../estimates/contrasts.ts';
import { fitOf } from '../estimates/fit.ts';
import { misalignmentOf } from '../estimates/misalignment.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { Bundle } from '../result/bundle.ts';
import { isChoice } from '../result/choice.ts';
import type { Fit } from '../result/fit.ts';
import type { RunTable } from '../result/runTable.ts';
import type { Columns } from '../running/sample.ts';
import { recommended, type TestedContrasts, testAssumptions } from './assumptions.ts';
import { bundleOf } from './bundleOf.ts';
import {
  COMMON,
  callable,
  checkCall,
  having,
  MOST_REPLICATES,
  oneOf,
  precisionTarget,
  text,
  texts,
  whole,
} from './checkOptions.ts';
import { HeldSalaries } from './heldSalaries.ts';
import { type Played, type PlayOptions, playerOf } from './playArms.ts';
import type { Tell } from './progress.ts';
import { splitOfAnswer } from './splitOfAnswer.ts';

export interface CompareOptions extends PlayOptions {
  readonly replicates?: number;
  readonly seed?: string;
  /**
   * Equalises expected pay, or the certainty equivalent of the paid person, with the reference; where
   * turnover responds to pay, by running again with the changed salaries.
   */
  readonly hold?: Hold;
  /** Maximum number of assumptions, weakest first, to re-run at both ends of their range; default 0. */
  readonly sensitivity?: number;
  readonly executor?: Executor;
  /** Called as work progresses; return false to stop early and keep completed work. */
  readonly onProgress?: Tell;
  /** Called once with the outcomes of every arm run by run, as they were drawn. */
  readonly onRuns?: (table: RunTable) => void;
  /** The command that reproduces the result, for reports. */
  readonly command?: string;
}

const OPTIONS = {
  ...COMMON,
  arms: texts,
  replicates: whole(1, MOST_REPLICATES),
  precision: precisionTarget,
  hold: oneOf('cost', 'utility'),
  sensitivity: whole(0, 1000),
  counterfactuals: oneOf('all', 'gaming', 'none', 'reference'),
  spill: having('a store for outcomes', 'put', 'read'),
  cache: having('a preparation cache', 'measureBeliefs'),
  command: text,
  onRuns: callable,
};

/**
 * Compares the arms of a scenario under common random numbers: in each replicate all arms meet the same
 * buyers. By default every arm is also run without gaming and at the best company policy found.
 *
 * @returns the bundle: means with standard errors and intervals, paired differences, cost of misalignment,
 * blame
 * @throws InputError for an unknown arm or a wrong option
 * @example const bundle = await compare(parseScenario(text), { replicates: 200 });
 */
export async function compare(scenario: Scenario, options: CompareOptions = {}): Promise<Bundle> {
  checkCall(scenario, options, OPTIONS);
  const replicates = options.replicates ?? scenario.replicates;
  const seed = options.seed ?? scenario.seed;
  const executor = options.executor ?? inlineExecutor;
  const tell = options.onProgress ?? (() => true);
  tell(0, replicates, 'measuring what work does');
  const play = playerOf(scenario, options, { replicates, seed, executor, tell });
  let played = await play(scenario);
  // What a company counted, it counted under the salaries that it pays.
  const fit = fitIn(scenario, played);
  const { hold } = options;
  const held = hold && new HeldSalaries(hold, played.adapter, played.comparisons.reference);
  while (held?.adjust(played.adapter, played.columns.steadyColumn, scenario.horizonMonths) === true) {
    const next = await play(held.applied(scenario, played.adapter));
    played = next;
    if (next.isBrokenOff) break;
  }
  const { adapter, comparisons, columns, isPrecise, isBrokenOff, precision } = played;
  const found = estimates(scenario, adapter, comparisons, columns, held);
  options.onRuns?.(runTable(adapter, columns, held));
  const tested =
    recommended(scenario, found.answer) ?? largestContrasts(scenario, adapter, comparisons, columns);
  const {
    tests: sensitivity,
    turning,
    population,
  } = (options.sensitivity ?? 0) > 0 && !isBrokenOff
    ? await testAssumptions(scenario, tested.contrasts, {
        outcome: tested.outcome,
        limit: options.sensitivity!,
        seed,
        executor,
        tell,
      })
    : { tests: [] };
  const split =
    (options.sensitivity ?? 0) > 0 && !isBrokenOff
      ? await splitOfAnswer(scenario, found.answer, { seed, replicates, executor, onProgress: tell })
      : undefined;
  return bundleOf(
    { scenario, adapter, columns, seed, replicates, isPrecise, precision, options, held },
    {
      ...found,
      ...(fit === undefined ? {} : { fit }),
      sensitivity,
      ...(turning === undefined ? {} : { turning }),
      ...(population === undefined ? {} : { population }),
      ...(split === undefined ? {} : { split }),
    },
  );
}

/** Fewest replicates from which arms are ranked. */
const LEAST_RANKED = 2;

/** Budget for all pay over the horizon, in dollars. */
function budgetOf({ payBudgetUsdPerYear, horizonMonths }: Scenario): number | undefined {
  return payBudgetUsdPerYear && (payBudgetUsdPerYear * horizonMonths) / 12;
}

/** Whether the company could decide for each arm: it differs in plan and governance only. */
function choices({ arms: written, reference }: Scenario, { arms }: WorldAdapter): boolean[] {
  const named = (name: string) => written.find((arm) => arm.name === name) ?? { set: {} };
  const usual = named(reference);
  return arms.map(({ name }) => isChoice(named(name), usual));
}

/** Observed figures against the arm that they are of; undefined in a textbook world. */
function fitIn(scenario: Scenario, { adapter, comparisons, columns }: Played): Fit | undefined {
  if (scenario.kind !== 'revenue') return undefined;
  const columnsOf = (a: number) => armColumns(adapter, a, columns.column, 0);
  const { own, honest } = columnsOf(comparisons.reference);
  const named = scenario.observed?.arm ?? scenario.reference;
  const today = adapter.arms.findIndex(({ name }) => name === named);
  return fitOf(scenario, own, honest, today < 0 ? undefined : columnsOf(today).own);
}

/** Outcomes of every arm run by run. */
function runTable(
  adapter: WorldAdapter,
  { column, played, failures }: Columns,
  held: HeldSalaries | undefined,
): RunTable {
  const failed = new Set(failures.map(({ replicate }) => replicate));
  return {
    replicates: Array.from({ length: played }, (_, replicate) => replicate).filter((i) => !failed.has(i)),
    arms: adapter.arms.map(({ name }, a) => {
      const { own } = armColumns(adapter, a, column, held?.afterwards[a] ?? 0);
      return { name, outcomes: Object.fromEntries(adapter.outcomes.map(({ id }) => [id, own(id)])) };
    }),
  };
}

/** All estimates from the sampled columns. */
function estimates(
  scenario: Scenario,
  adapter: WorldAdapter,
  comparisons: Comparisons,
  sampled: Columns,
  held: HeldSalaries | undefined,
): Pick<Bundle, 'arms' | 'contrasts' | 'misalignment' | 'blame' | 'answer'> {
  const { column, steadyColumn, control, completed } = sampled;
  const freed = control?.of ?? [];
  const shifts = held?.afterwards ?? [];
  const columns = adapter.arms.map((_, a) => armColumns(adapter, a, column, shifts[a] ?? 0));
  const steady = adapter.arms.map((_, a) => armColumns(adapter, a, steadyColumn, shifts[a] ?? 0));
  const answer =
    completed < LEAST_RANKED
      ? undefined
      : answerOf(adapter, scenario.outcome, comparisons.reference, steady, choices(scenario, adapter));
  return {
    ...(answer === undefined ? {} : { answer }),
    arms: adapter.arms.map((_, a) => {
      const story = adapter.story(a, column, sampled.monthSums(adapter.runsOf[a].own), completed);
      const sampledArm = { columns: columns[a], steady: steady[a], freed };
      return armResult(adapter, a, sampledArm, story, held?.changes[a], budgetOf(scenario));
    }),
    contrasts: contrastsOf(adapter, comparisons, columns, steady, freed),
    misalignment: adapter.arms.flatMap((_, a) => misalignmentOf(adapter, a, steady[a]) ?? []),
    blame: adapter.arms.flatMap((_, a) => adapter.blame(a, column) ?? []),
  };
}

/**
 * Difference of every arm in the primary outcome under pay as written, even if pay is equalised elsewhere.
 */
function largestContrasts(
  scenario: Scenario,
  adapter: WorldAdapter,
  { reference, against }: Comparisons,
  { steadyColumn }: Columns,
): TestedContrasts {
  const { arms, runsOf, outcomes } = adapter;
  const { direction } = outcomes.find(({ id }) => id === scenario.outcome)!;
  const asked = (a: number) => steadyColumn(runsOf[a].own, scenario.outcome);
  const contrasts = arms.flatMap(({ name }, a) =>
    a === reference
      ? []
      : [
          {
            arm: name,
            difference: pairedDifference(asked(a), asked(against[a]), direction, arms.length - 1),
          },
        ],
  );
  return { outcome: scenario.outcome, contrasts };
}
