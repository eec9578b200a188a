import { referenceOf, type Scenario } from '../../scenario/scenario.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import type { Counterfactuals, WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import { answerOf } from '../estimates/answer.ts';
import { armColumns, type Hold, salaryShifts } from '../estimates/armColumns.ts';
import { armResult } from '../estimates/armResult.ts';
import { type Comparisons, contrastsOf } from '../estimates/contrasts.ts';
import { misalignmentOf } from '../estimates/misalignment.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { Bundle } from '../result/bundle.ts';
import { isChoice } from '../result/choice.ts';
import type { Spill } from '../running/outcomeStore.ts';
import { type Known, LEAST_PAIRS, type PrecisionTarget, StopRule } from '../running/precision.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { type Columns, sample } from '../running/sample.ts';
import { type KnownContrast, testAssumptions } from './assumptions.ts';
import { bundleOf } from './bundleOf.ts';
import {
  COMMON,
  checkCall,
  having,
  MOST_REPLICATES,
  oneOf,
  precisionTarget,
  text,
  texts,
  whole,
} from './checkOptions.ts';
import { chosenArms } from './chosenArms.ts';
import type { Tell } from './progress.ts';
import { splitOfAnswer } from './splitOfAnswer.ts';

export interface CompareOptions {
  /** Names of the arms to run; default: all. The reference is always run. */
  readonly arms?: readonly string[];
  readonly replicates?: number;
  readonly seed?: string;
  /** Stops before `replicates` once the differences in the primary outcome are this precise. */
  readonly precision?: PrecisionTarget;
  /** Equalises expected pay, or the certainty equivalent of the paid person, with the reference. */
  readonly hold?: Hold;
  /** Maximum number of assumptions, weakest first, to re-run at both ends of their range; default 0. */
  readonly sensitivity?: number;
  /** Counterfactuals of every arm; `reference`: only that of the reference without gaming. Default `all`. */
  readonly counterfactuals?: Counterfactuals | 'reference';
  readonly executor?: Executor;
  /** Where outcomes beyond 256 MiB go; default: all stay in memory. */
  readonly spill?: Spill;
  /** Preparation results to share between comparisons of the same worlds. */
  readonly cache?: PreparationCache;
  /** Called as work progresses; return false to stop early and keep completed work. */
  readonly onProgress?: Tell;
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
  const names = chosenArms(scenario, options.arms);
  const cache = options.cache ?? new PreparationCache();
  const adapter = await adapterOf(scenario, names, cache, executor, wantedBy(scenario, options));
  const comparisons = comparisonsOf(scenario, adapter);
  const rule = options.precision === undefined ? undefined : new StopRule(options.precision);
  const known = (columns: Columns) => knownOf(scenario, adapter, comparisons, columns);
  let isPrecise = false;
  const columns = await sample(adapter.runs, {
    ...adapter,
    seed,
    executor,
    spill: options.spill,
    n: replicates,
    // The stopping time is unknown, but the first replicates are certain to be needed.
    ...(rule === undefined ? {} : { least: LEAST_PAIRS }),
    onReplicates: (done, soFar) => {
      const goesOn = tell(done, replicates, 'running') !== false;
      isPrecise = rule?.isEnough(done, () => known(soFar)) ?? false;
      return goesOn && !isPrecise;
    },
  });
  const isBrokenOff = columns.isStopped && !isPrecise;
  const found = estimates(scenario, adapter, comparisons, columns, options.hold);
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
  const precision = rule?.measure(known(columns));
  return bundleOf(
    { scenario, adapter, columns, seed, replicates, isPrecise, precision, options },
    {
      ...found,
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
  const setOf = (name: string) => written.find((arm) => arm.name === name)?.set ?? {};
  const usual = setOf(reference);
  return arms.map(({ name }) => isChoice(setOf(name), usual));
}

/** Counterfactuals of each arm under the options of a comparison. */
export function wantedBy(scenario: Scenario, { counterfactuals = 'all' }: CompareOptions) {
  return (arm: string): Counterfactuals => {
    if (counterfactuals !== 'reference') return counterfactuals;
    return arm === scenario.reference ? 'gaming' : 'none';
  };
}

function comparisonsOf(scenario: Scenario, { arms }: WorldAdapter): Comparisons {
  const place = (name: string) => arms.findIndex((arm) => arm.name === name);
  return {
    reference: place(scenario.reference),
    against: arms.map(({ name }) => place(referenceOf(scenario, name))),
  };
}

/** Primary outcome of every arm, paired with its comparison arm. */
function knownOf(
  scenario: Scenario,
  { arms, runsOf }: WorldAdapter,
  { reference, against }: Comparisons,
  { steadyColumn }: Columns,
): Known {
  const asked = (a: number) => steadyColumn(runsOf[a].own, scenario.outcome);
  const others = arms.flatMap((_, a) => (a === reference ? [] : [a]));
  return { pairs: others.map((a) => [asked(a), asked(against[a])]), reference: asked(reference) };
}

/** All estimates from the sampled columns. */
function estimates(
  scenario: Scenario,
  adapter: WorldAdapter,
  comparisons: Comparisons,
  sampled: Columns,
  hold: Hold | undefined,
): Pick<Bundle, 'arms' | 'contrasts' | 'misalignment' | 'blame' | 'answer'> {
  const { column, steadyColumn, control, completed } = sampled;
  const freed = control?.of ?? [];
  const shifts = salaryShifts(hold, adapter, steadyColumn, comparisons.reference);
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
      return armResult(adapter, a, sampledArm, story, shifts[a], budgetOf(scenario));
    }),
    contrasts: contrastsOf(adapter, comparisons, columns, steady, freed),
    misalignment: adapter.arms.flatMap((_, a) => misalignmentOf(adapter, a, steady[a]) ?? []),
    blame: adapter.arms.flatMap((_, a) => adapter.blame(a, column) ?? []),
  };
}

/** Differences of which the largest is tested, in an outcome. */
interface Tested {
  readonly outcome: string;
  readonly contrasts: readonly KnownContrast[];
}

/** The recommended arm against the reference, in the outcome that ranks them; undefined if it is that. */
function recommended(scenario: Scenario, answer: Bundle['answer']): Tested | undefined {
  const best = answer?.ranking.find(({ arm }) => arm === answer.best);
  if (best?.fromReference === undefined) return undefined;
  const { reference } = scenario;
  return {
    outcome: answer!.rankedBy,
    contrasts: [{ arm: best.arm, reference, difference: best.fromReference }],
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
): Tested {
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
