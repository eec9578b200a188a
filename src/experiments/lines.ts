import type { Plan } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { compileCompany, type Policy } from '../worlds/revenue/company.ts';
import { Neighbours } from '../worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT } from '../worlds/revenue/outcomes.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';

/** One thing that every replicate runs: a world, what people are paid in it, what they believe, and how they depart from choosing. Plain data. */
export interface Line {
  readonly name: string;
  readonly world: RevenueWorld;
  readonly pay: Plan;
  readonly beliefs: BeliefTable;
  readonly policy: Policy;
}

export interface Failure {
  readonly replicate: number;
  readonly line: number;
  readonly message: string;
}

/** Results of a run of consecutive replicates. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** [(replicate - from) * lines * outcomes + line * outcomes + outcome]; NaN where undefined or failed. */
  readonly outcomes: Float64Array;
  /** Sums over the chunk's complete replicates of each line's months: [line][(month * 3 + ledger) * counters + counter]. */
  readonly months: readonly Float64Array[];
  readonly failures: readonly Failure[];
}

/** Replicates in one chunk: fixed, so that sums are added in the same order whatever the number of workers. */
export const CHUNK = 25;

/** Runs lines on common luck. Keeps its memory from chunk to chunk. */
export class LineRunner {
  private readonly lines: readonly Line[];
  private readonly seed: string;
  private readonly together: Neighbours;
  private readonly one = new Float64Array(OUTCOME_COUNT);

  constructor(lines: readonly Line[], seed: string) {
    this.lines = lines;
    this.seed = seed;
    this.together = new Neighbours(
      lines.map((line) => compileCompany(line.world, line.pay, line.beliefs, line.policy)),
    );
  }

  /**
   * Runs replicates `from` to `to` - 1 of every line. A line that throws makes its replicate a recorded failure for all lines, so that pairs stay pairs.
   */
  run(from: number, to: number): Chunk {
    const count = this.lines.length;
    const outcomes = new Float64Array((to - from) * count * OUTCOME_COUNT).fill(NaN);
    const months = this.together.runners.map((runner) => new Float64Array(runner.state.months.length));
    const failures: Failure[] = [];
    for (let replicate = from; replicate < to; replicate++) {
      this.together.meet(luckKey(this.seed, replicate));
      const base = (replicate - from) * count * OUTCOME_COUNT;
      let failed = false;
      for (let line = 0; line < count && !failed; line++) {
        try {
          this.together.run(line, this.one);
          for (let i = 0; i < OUTCOME_COUNT; i++) {
            if (this.one[i] === Infinity || this.one[i] === -Infinity) throw new RangeError(`outcome ${i} is infinite`);
          }
          outcomes.set(this.one, base + line * OUTCOME_COUNT);
        } catch (error) {
          failures.push({ replicate, line, message: error instanceof Error ? error.message : String(error) });
          outcomes.fill(NaN, base, base + count * OUTCOME_COUNT);
          failed = true;
        }
      }
      if (failed) continue;
      for (let line = 0; line < count; line++) {
        const into = months[line];
        const values = this.together.runners[line].state.months;
        for (let i = 0; i < values.length; i++) into[i] += values[i];
      }
    }
    return { from, to, outcomes, months, failures };
  }
}
