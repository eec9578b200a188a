import type { Plan } from '../model/plan.ts';
import { type LuckKey, luckKey } from '../random/luck.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { compileCompany, type LaterPlan, type Policy } from '../worlds/revenue/company.ts';
import { Neighbours } from '../worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT } from '../worlds/revenue/outcomes.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import { textbookOutcomes } from '../worlds/textbook/outcomes.ts';
import type { TextbookResponse } from '../worlds/textbook/respond.ts';
import { TextbookRun } from '../worlds/textbook/run.ts';
import type { TextbookPlan, TextbookWorld } from '../worlds/textbook/world.ts';

/** A company: what people are paid in it, what they believe, and how they depart from choosing. Plain data. */
export interface RevenueLine {
  readonly kind: 'revenue';
  readonly name: string;
  readonly world: RevenueWorld;
  readonly pay: Plan;
  readonly later?: LaterPlan;
  readonly beliefs: BeliefTable;
  readonly policy: Policy;
}

/** Agents of a textbook world and what each of them is paid. Plain data. */
export interface TextbookLine {
  readonly kind: 'textbook';
  readonly name: string;
  readonly world: TextbookWorld;
  readonly pay: TextbookPlan;
  /** What they do: the same in every run, so it is worked out before them. */
  readonly answer: TextbookResponse;
}

/** One thing that every replicate runs. All lines of a run are of one kind. */
export type Line = RevenueLine | TextbookLine;

/** Lines that meet the same luck, run one after the other. */
interface Together {
  /** How many outcomes a line has. */
  readonly width: number;
  meet(luck: LuckKey): void;
  run(line: number, outcomes: Float64Array): void;
  /** What a line's last run left by month; empty where there are no months. */
  monthsOf(line: number): Float64Array;
}

function together(lines: readonly Line[]): Together {
  const companies = lines.filter((line) => line.kind === 'revenue');
  const agents = lines.filter((line) => line.kind === 'textbook');
  if (companies.length > 0 && agents.length > 0)
    throw new RangeError('lines of one run must be of one kind of world');
  if (agents.length > 0) {
    const runs = agents.map((line) => new TextbookRun(line.world, line.pay, line.answer));
    const none = new Float64Array(0);
    let met = luckKey('', 0);
    return {
      width: textbookOutcomes(agents[0].world).length,
      meet: (luck) => {
        met = luck;
      },
      run: (line, outcomes) => runs[line].play(met, outcomes),
      monthsOf: () => none,
    };
  }
  const neighbours = new Neighbours(
    companies.map((line) => compileCompany(line.world, line.pay, line.beliefs, line.policy, line.later)),
  );
  return {
    width: OUTCOME_COUNT,
    meet: (luck) => neighbours.meet(luck),
    run: (line, outcomes) => neighbours.run(line, outcomes),
    monthsOf: (line) => neighbours.runners[line].state.months,
  };
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
  /** Sums over the chunk's complete replicates of each line's months: [line][(month * 3 + ledger) * counters + counter]; empty where there are no months. */
  readonly months: readonly Float64Array[];
  readonly failures: readonly Failure[];
}

/** Replicates in one chunk: fixed, so that sums are added in the same order whatever the number of workers. */
export const CHUNK = 25;

/** Runs lines on common luck. Keeps its memory from chunk to chunk. */
export class LineRunner {
  private readonly lines: readonly Line[];
  private readonly seed: string;
  private readonly together: Together;
  private readonly one: Float64Array;

  constructor(lines: readonly Line[], seed: string) {
    this.lines = lines;
    this.seed = seed;
    this.together = together(lines);
    this.one = new Float64Array(this.together.width);
  }

  /**
   * Runs replicates `from` to `to` - 1 of every line. A line that throws makes its replicate a recorded failure for all lines, so that pairs stay pairs.
   */
  run(from: number, to: number): Chunk {
    const count = this.lines.length;
    const { width } = this.together;
    const outcomes = new Float64Array((to - from) * count * width).fill(NaN);
    const months = this.lines.map((_, line) => new Float64Array(this.together.monthsOf(line).length));
    const failures: Failure[] = [];
    for (let replicate = from; replicate < to; replicate++) {
      this.together.meet(luckKey(this.seed, replicate));
      const base = (replicate - from) * count * width;
      let failed = false;
      for (let line = 0; line < count && !failed; line++) {
        try {
          this.together.run(line, this.one);
          for (let i = 0; i < width; i++) {
            if (this.one[i] === Infinity || this.one[i] === -Infinity)
              throw new RangeError(`outcome ${i} is infinite`);
          }
          outcomes.set(this.one, base + line * width);
        } catch (error) {
          failures.push({ replicate, line, message: error instanceof Error ? error.message : String(error) });
          outcomes.fill(NaN, base, base + count * width);
          failed = true;
        }
      }
      if (failed) continue;
      for (let line = 0; line < count; line++) {
        const into = months[line];
        const values = this.together.monthsOf(line);
        for (let i = 0; i < values.length; i++) into[i] += values[i];
      }
    }
    return { from, to, outcomes, months, failures };
  }
}
