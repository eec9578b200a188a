import { luckKey } from '../../random/luck.ts';
import { groupRuns, type RunGroup, type RunSpec } from './runSpec.ts';

/** A replicate in which a run threw an error. */
export interface Failure {
  readonly replicate: number;
  /** Index of the run. */
  readonly run: number;
  readonly message: string;
}

/** Results of consecutive replicates of all runs. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** [((replicate - from) * runs + run) * outcomes + outcome]; NaN where undefined or failed. */
  readonly outcomes: Float64Array;
  /** Monthly book totals, summed over replicates that did not fail: [run][place]; empty without months. */
  readonly months: readonly Float64Array[];
  readonly failures: readonly Failure[];
}

/** Replicates per chunk: fixed, so that sums are added in the same order for any number of workers. */
export const CHUNK = 25;

/** Plays replicates of runs under common random numbers. Reuses its memory across chunks. */
export class Replicator {
  private readonly runs: readonly RunSpec[];
  private readonly seed: string;
  private readonly group: RunGroup;
  private readonly outcomes: Float64Array;

  constructor(runs: readonly RunSpec[], seed: string) {
    this.runs = runs;
    this.seed = seed;
    this.group = groupRuns(runs);
    this.outcomes = new Float64Array(this.group.width);
  }

  /**
   * Plays replicates `from` to `to` - 1 of every run. If one run throws, the replicate is recorded as failed
   * for all runs, which keeps pairs complete.
   */
  play(from: number, to: number): Chunk {
    const { group } = this;
    const size = this.runs.length * group.width;
    const outcomes = new Float64Array((to - from) * size).fill(NaN);
    const months = this.runs.map((_, run) => new Float64Array(group.monthsOf(run).length));
    const failures: Failure[] = [];
    for (let replicate = from; replicate < to; replicate++) {
      const base = (replicate - from) * size;
      const failure = this.playOne(replicate, outcomes.subarray(base, base + size));
      if (failure !== undefined) {
        failures.push(failure);
        continue;
      }
      for (let run = 0; run < this.runs.length; run++) {
        const into = months[run];
        const values = group.monthsOf(run);
        for (let i = 0; i < values.length; i++) into[i] += values[i];
      }
    }
    return { from, to, outcomes, months, failures };
  }

  private playOne(replicate: number, into: Float64Array): Failure | undefined {
    this.group.meet(luckKey(this.seed, replicate));
    for (let run = 0; run < this.runs.length; run++) {
      try {
        this.group.run(run, this.outcomes);
        refuseInfinite(this.outcomes);
        into.set(this.outcomes, run * this.group.width);
      } catch (error) {
        into.fill(NaN);
        return { replicate, run, message: error instanceof Error ? error.message : String(error) };
      }
    }
    return undefined;
  }
}

function refuseInfinite(outcomes: Float64Array): void {
  for (let i = 0; i < outcomes.length; i++)
    if (outcomes[i] === Infinity || outcomes[i] === -Infinity)
      throw new RangeError(`outcome ${i} is ${outcomes[i]}`);
}
