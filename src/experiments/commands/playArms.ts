import { referenceOf, type Scenario } from '../../scenario/scenario.ts';
import type { Counterfactuals, WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import type { Comparisons } from '../estimates/contrasts.ts';
import type { Executor } from '../executors/executor.ts';
import type { Precision } from '../result/bundle.ts';
import type { Spill } from '../running/outcomeStore.ts';
import { type Known, LEAST_PAIRS, type PrecisionTarget, StopRule } from '../running/precision.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { type Columns, sample } from '../running/sample.ts';
import { chosenArms } from './chosenArms.ts';
import type { Tell } from './progress.ts';

/** Which arms are played, how precisely, and with which stores. */
export interface PlayOptions {
  /** Names of the arms to run; default: all. The reference is always run. */
  readonly arms?: readonly string[];
  /** Stops before all replicates once the differences in the primary outcome are this precise. */
  readonly precision?: PrecisionTarget;
  /** Counterfactuals of every arm; `reference`: only that of the reference without gaming. Default `all`. */
  readonly counterfactuals?: Counterfactuals | 'reference';
  /** Where outcomes beyond 256 MiB go; default: all stay in memory. */
  readonly spill?: Spill;
  /** Preparation results to share between comparisons of the same worlds. */
  readonly cache?: PreparationCache;
}

/** One sample of all arms of a comparison. */
export interface Played {
  readonly adapter: WorldAdapter;
  readonly comparisons: Comparisons;
  readonly columns: Columns;
  /** Whether sampling stopped at the precision asked for, or because somebody broke it off. */
  readonly isPrecise: boolean;
  readonly isBrokenOff: boolean;
  readonly precision: Precision | undefined;
}

/** Returns a function that prepares and samples the chosen arms, whose pay may differ from call to call. */
export function playerOf(
  written: Scenario,
  options: PlayOptions,
  {
    replicates,
    seed,
    executor,
    tell,
  }: {
    readonly replicates: number;
    readonly seed: string;
    readonly executor: Executor;
    readonly tell: Tell;
  },
): (scenario: Scenario) => Promise<Played> {
  const names = chosenArms(written, options.arms);
  const cache = options.cache ?? new PreparationCache();
  return async (scenario) => {
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
    return {
      adapter,
      comparisons,
      columns,
      isPrecise,
      isBrokenOff: columns.isStopped && !isPrecise,
      precision: rule?.measure(known(columns)),
    };
  };
}

/** Counterfactuals of each arm under the options of a comparison. */
export function wantedBy(scenario: Scenario, { counterfactuals = 'all' }: PlayOptions) {
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
