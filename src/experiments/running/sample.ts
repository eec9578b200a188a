import type { OutcomeDefinition } from '../../model/metric.ts';
import type { Executor } from '../executors/executor.ts';
import { CHUNK, type Chunk, type Failure } from '../tasks/replicates.ts';
import type { RunSpec } from '../tasks/runSpec.ts';
import type { TrialColumns } from '../tasks/trial.ts';
import type { Column } from './column.ts';
import { type Control, withoutLuck } from './controlVariate.ts';
import { OutcomeStore, type Spill } from './outcomeStore.ts';

export interface SampleOptions {
  /** Outcomes in storage order. */
  readonly outcomes: readonly Pick<OutcomeDefinition, 'id'>[];
  readonly seed: string;
  readonly executor: Executor;
  /** Replicates `from` to `n` - 1 are played. */
  readonly from?: number;
  readonly n: number;
  /**
   * Replicates below this one form a job of their own, so that none beyond it is begun before they are
   * delivered. Default `n`: a single job.
   */
  readonly least?: number;
  /** Control variate with known mean 0. */
  readonly control?: Control;
  /** Storage for outcomes that exceed memory. */
  readonly spill?: Spill;
  /**
   * Called after each chunk with the index after its last replicate, failed or not; returns false to stop.
   */
  readonly onReplicates?: (done: number, columns: Columns) => boolean;
}

/** Outcomes of runs sampled under common random numbers. */
export interface Columns {
  /** Replicates played, and those among them that did not fail. */
  readonly played: number;
  readonly completed: number;
  readonly failures: readonly Failure[];
  /** Unadjusted outcomes. */
  readonly column: Column;
  /** Outcomes adjusted by the control variate: smaller variance, a slight bias; see {@link withoutLuck}. */
  readonly steadyColumn: Column;
  /** The control variate applied; absent if none was. */
  readonly control?: Control;
  /** Monthly book totals of a run, summed over completed replicates; empty if the world has no months. */
  monthSums(run: number): Float64Array;
  /** Whether outcomes stayed in memory because spilling failed. */
  readonly isSpillFull: boolean;
  /** Whether {@link SampleOptions.onReplicates} or the executor stopped the sample. */
  readonly isStopped: boolean;
}

/**
 * Samples runs under common random numbers: all runs of a replicate share its draws. Replicate i of a seed is
 * the same in every sample, whatever other runs are in it.
 *
 * @example const { column } = await sample(runs, { outcomes, seed: 's', n: 200, executor: inlineExecutor });
 */
export async function sample(runs: readonly RunSpec[], options: SampleOptions): Promise<Columns> {
  const { seed, executor, from = 0, n, least = n, onReplicates } = options;
  const columns = new SampleColumns(runs.length, options);
  const take = (chunk: Chunk): boolean => {
    columns.add(chunk);
    columns.isStopped = onReplicates?.(chunk.to, columns) === false;
    return !columns.isStopped;
  };
  const play = (start: number, to: number) =>
    executor.run({ kind: 'replicates', common: { runs, seed }, tasks: chunksOf(start, to) }, take);
  const first = Math.min(n, Math.max(from, least));
  await play(from, first);
  if (!columns.isStopped && first < n) await play(first, n);
  // An executor that was stopped delivers less than it was asked for.
  if (columns.played < n - from) columns.isStopped = true;
  return columns;
}

/**
 * Samples several small sets of runs, one task per set, each under common random numbers. Only selected
 * outcomes are returned.
 */
export async function sampleEach(
  sets: readonly (readonly RunSpec[])[],
  {
    seed,
    n,
    outcomes,
    executor,
  }: Pick<SampleOptions, 'seed' | 'n' | 'executor'> & {
    readonly outcomes: readonly number[];
  },
  take: (columns: TrialColumns) => boolean,
): Promise<void> {
  const tasks = sets.map((runs) => ({ runs, seed, replicates: n, outcomes }));
  await executor.run({ kind: 'trial', common: undefined, tasks }, take);
}

function chunksOf(from: number, to: number): { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil((to - from) / CHUNK) }, (_, i) => ({
    from: from + i * CHUNK,
    to: Math.min(to, from + (i + 1) * CHUNK),
  }));
}

class SampleColumns implements Columns {
  readonly failures: Failure[] = [];
  isStopped = false;
  played = 0;
  private readonly store: OutcomeStore;
  private readonly place: ReadonlyMap<string, number>;
  private readonly months: (Float64Array | undefined)[];
  private readonly wanted: Control | undefined;

  constructor(runs: number, { outcomes, spill, control, from = 0 }: SampleOptions) {
    this.store = new OutcomeStore(runs, outcomes.length, spill, from);
    this.place = new Map(outcomes.map(({ id }, i) => [id, i]));
    this.months = Array.from({ length: runs }, () => undefined);
    this.wanted = control;
  }

  add(chunk: Chunk): void {
    this.store.add(chunk);
    chunk.months.forEach((months, run) => {
      const sums = this.months[run] ?? new Float64Array(months.length);
      this.months[run] = sums;
      for (let i = 0; i < sums.length; i++) sums[i] += months[i];
    });
    this.failures.push(...chunk.failures);
    this.played += chunk.to - chunk.from;
  }

  get completed(): number {
    return this.played - this.failures.length;
  }

  get isSpillFull(): boolean {
    return this.store.isSpillFull;
  }

  readonly column: Column = (run, id) => {
    const outcome = this.place.get(id);
    if (outcome === undefined) throw new RangeError(`no outcome ${id} in this sample`);
    return this.store.read(run, outcome);
  };

  get steadyColumn(): Column {
    return withoutLuck(this.wanted, this.column, this.completed).column;
  }

  get control(): Control | undefined {
    return withoutLuck(this.wanted, this.column, this.completed).control;
  }

  monthSums(run: number): Float64Array {
    return this.months[run] ?? new Float64Array(0);
  }
}
