import { InputError } from '../../core/errors.ts';
import { refuse } from '../../core/messages.ts';
import type { OutcomeDefinition } from '../../model/metric.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import { personEquivalent, type Values } from '../estimates/armColumns.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { BestValue, Limit, Optimum } from '../result/optimum.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sample } from '../running/sample.ts';
import { COMMON, checkOptions, list, text, whole } from './checkOptions.ts';
import { chosenArms } from './chosenArms.ts';
import { findBest } from './nelderMead.ts';
import { checkOutcome, type FreeNumber } from './optimiseInput.ts';
import type { Tell } from './progress.ts';

export interface OptimiseOptions {
  /** The arm whose plan is optimised; default: the reference. */
  readonly arm?: string;
  /** The outcome to optimise, in its better direction; default: that of the scenario. */
  readonly outcome?: string;
  readonly limits?: readonly Limit[];
  /**
   * Number of plans after which the search ends; the step under way may try a few more. Measuring the
   * flatness around the best plan takes some more.
   */
  readonly evaluations?: number;
  /** Replicates per plan during the search; the final estimate uses four times as many, on fresh draws. */
  readonly replicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

export const DEFAULT_REPLICATES = 50;
export const DEFAULT_EVALUATIONS = 80;
/** Factor by which the final estimate uses more replicates than the search. */
export const MEASURED_TIMES = 4;
/** Simplex size, as a share of each range, below which the search has converged. */
const TOLERANCE = 0.004;
/** A plan within this share of the best outcome counts as equally good. */
const FLAT_SHARE = 0.01;
/** Bisection steps to find each end of the flat range. */
const FLAT_STEPS = 5;
/** Distance from a bound, as a share of the range, within which a value counts as at the bound. */
const AT_BOUND_SHARE = 0.005;
/** Worth of a plan that barely violates a limit: far below any attainable outcome. */
const BROKEN = -1e15;

const OPTIONS = {
  ...COMMON,
  arm: text,
  outcome: text,
  limits: list,
  evaluations: whole(1, 100_000),
  replicates: whole(2, 1_000_000),
};

type Point = readonly number[];
type Overrides = Readonly<Record<string, unknown>>;

/**
 * Chooses free numbers of a plan, or of any other part of a scenario, to optimise an outcome under limits,
 * given that people respond. All plans are tried under common random numbers. The best one is then measured
 * on fresh draws, which avoids the optimistic bias of selection (the winner's curse).
 *
 * @param parse reads the scenario under overrides
 * @throws InputError for unknown arms or outcomes, and if nothing is free
 */
export async function optimise(
  parse: (set: Overrides) => Scenario,
  free: readonly FreeNumber[],
  options: OptimiseOptions = {},
): Promise<Optimum> {
  checkOptions(options, OPTIONS);
  if (free.length === 0)
    refuse([{ code: 'usage', path: '--free', expected: 'at least one --free path=low:high' }]);
  const search = await PlanSearch.begin(parse, free, options);
  const { point, value, settled } = await findBest(free, (at) => search.worthAt(at, 'plans tried'), {
    evaluations: search.evaluations,
    tolerance: TOLERANCE,
  });
  if (value === -Infinity && search.refused !== undefined) throw search.refused;
  const ranges = await flatRanges(search, free, point, value);
  return search.report(point, ranges, settled);
}

/** Range along each axis around the best point within which plans are equally good. */
async function flatRanges(
  search: PlanSearch,
  free: readonly FreeNumber[],
  point: Point,
  value: number,
): Promise<[low: number, high: number][]> {
  const enough = value - FLAT_SHARE * Math.abs(value);
  const isGood = async (axis: number, x: number) =>
    (await search.worthAt(
      point.map((own, i) => (i === axis ? x : own)),
      'measuring flatness',
    )) >= enough;
  const flatUpTo = async (axis: number, end: number): Promise<number> => {
    let inside = point[axis];
    let outside = end;
    if (inside === outside) return inside;
    if (await isGood(axis, end)) return end;
    for (let step = 0; step < FLAT_STEPS; step++) {
      const middle = 0.5 * (inside + outside);
      if (await isGood(axis, middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  const ranges: [number, number][] = [];
  for (const [i, { low, high }] of free.entries())
    ranges.push([await flatUpTo(i, low), await flatUpTo(i, high)]);
  return ranges;
}

/** Evaluates the plans of one search. */
class PlanSearch {
  readonly evaluations: number;
  /** Latest error for which a plan was rejected. */
  refused: unknown;
  private readonly parse: (set: Overrides) => Scenario;
  private readonly free: readonly FreeNumber[];
  private readonly options: OptimiseOptions;
  private readonly arm: string;
  private readonly seed: string;
  private readonly replicates: number;
  private readonly executor: Executor;
  private readonly limits: readonly Limit[];
  private readonly cache = new PreparationCache();
  private written!: WorldAdapter;
  private asked!: OutcomeDefinition;
  private tried = 0;
  private isGoing = true;

  private constructor(
    parse: (set: Overrides) => Scenario,
    free: readonly FreeNumber[],
    options: OptimiseOptions,
    asWritten: Scenario,
  ) {
    this.parse = parse;
    this.free = free;
    this.options = options;
    this.arm = options.arm ?? asWritten.reference;
    chosenArms(asWritten, [this.arm], '--arm');
    this.seed = options.seed ?? asWritten.seed;
    this.replicates = options.replicates ?? DEFAULT_REPLICATES;
    this.evaluations = options.evaluations ?? DEFAULT_EVALUATIONS;
    this.executor = options.executor ?? inlineExecutor;
    this.limits = options.limits ?? [];
  }

  static async begin(
    parse: (set: Overrides) => Scenario,
    free: readonly FreeNumber[],
    options: OptimiseOptions,
  ): Promise<PlanSearch> {
    const asWritten = parse({});
    const search = new PlanSearch(parse, free, options, asWritten);
    search.written = await search.adapterAt({});
    const { outcomes } = search.written;
    const outcome = options.outcome ?? asWritten.outcome;
    checkOutcome('--outcome', outcome, outcomes);
    for (const limit of search.limits) checkOutcome('--limit', limit.outcome, outcomes);
    search.asked = outcomes.find(({ id }) => id === outcome)!;
    return search;
  }

  /**
   * Mean outcome of a plan, signed so that more is better. A plan that violates limits gets a large penalty
   * instead. NaN if the plan makes the scenario invalid, or if the search was stopped.
   */
  async worthAt(point: Point, doing: 'plans tried' | 'measuring flatness'): Promise<number> {
    if (!this.isGoing) return NaN;
    let adapter: WorldAdapter;
    try {
      adapter = await this.adapterAt(this.setAt(point));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.refused = error;
      return NaN;
    }
    const [values] = await this.measure([adapter], `${this.seed} search`, this.replicates);
    if (doing === 'plans tried') this.tried++;
    this.isGoing = this.options.onProgress?.(this.tried, this.evaluations, doing) !== false;
    const broken = this.limits.reduce(
      (sum, limit) => sum + excess(limit, meanOf(adapter, values, limit.outcome)),
      0,
    );
    // Smaller violations score higher, which guides the search towards feasible plans.
    if (broken > 0) return BROKEN * (1 + broken);
    const sign = this.asked.direction === 'lower' ? -1 : 1;
    return sign * meanOf(adapter, values, this.asked.id);
  }

  /** Compares the best plan with the plan as written, on fresh draws. */
  async report(
    point: Point,
    ranges: readonly (readonly [low: number, high: number])[],
    settled: boolean,
  ): Promise<Optimum> {
    const { asked, written, limits } = this;
    const best = await this.adapterAt(this.setAt(point));
    const replicates = MEASURED_TIMES * this.replicates;
    const [values, before] = await this.measure([best, written], this.seed, replicates);
    const summary = describe(values(asked.id), asked.unit === 'share' || asked.unit === 'count');
    if (summary === undefined) throw new RangeError(`${asked.id} is undefined under the best plan`);
    return {
      arm: this.arm,
      outcome: asked.id,
      title: asked.title,
      unit: asked.unit,
      free: this.free.map((each, i) => bestValue(each, point[i], ranges[i])),
      mean: summary.mean,
      se: summary.se,
      ci95: summary.ci95,
      gain: pairedDifference(values(asked.id), before(asked.id), asked.direction, 1),
      limits: limits.map((limit) => {
        const mean = meanOf(best, values, limit.outcome);
        const unit = written.outcomes.find(({ id }) => id === limit.outcome)?.unit ?? 'USD';
        return { ...limit, unit, mean, isMet: excess(limit, mean) === 0 };
      }),
      replicates,
      evaluations: this.tried,
      settled: settled && this.isGoing,
    };
  }

  private setAt(point: Point): Overrides {
    return Object.fromEntries(this.free.map(({ path }, i) => [path, point[i]]));
  }

  private adapterAt(set: Overrides): Promise<WorldAdapter> {
    return adapterOf(this.parse(set), [this.arm], this.cache, this.executor, () => 'none');
  }

  /** Outcomes of each adapter's only arm, adjusted by the control variate. */
  private async measure(adapters: readonly WorldAdapter[], seed: string, n: number): Promise<Values[]> {
    const runs = adapters.map((adapter) => adapter.runs[adapter.runsOf[0].own]);
    const { outcomes, control } = this.written ?? adapters[0];
    const { steadyColumn } = await sample(runs, { outcomes, control, seed, executor: this.executor, n });
    return runs.map((_, run) => (id) => steadyColumn(run, id));
  }
}

function meanOf(adapter: WorldAdapter, values: Values, id: string): number {
  if (id !== 'certaintyEquivalentUsd') return describe(values(id))?.mean ?? NaN;
  return personEquivalent(adapter, 0, values)?.value ?? NaN;
}

/** Violation of a limit, as a share of the limit; 0 if it is met, infinite if the mean is undefined. */
function excess({ bound, value }: Limit, mean: number): number {
  const over = bound === 'at-most' ? mean - value : value - mean;
  return Number.isNaN(over) ? Infinity : Math.max(0, over) / Math.max(1e-9, Math.abs(value));
}

function bestValue(
  { path, low, high }: FreeNumber,
  best: number,
  [flatLow, flatHigh]: readonly [number, number],
): BestValue {
  const atBound = Math.min(best - low, high - best) < AT_BOUND_SHARE * (high - low);
  return { path, low, high, best, flatLow, flatHigh, atBound };
}
