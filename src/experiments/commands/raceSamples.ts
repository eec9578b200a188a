import { controlCoefficient } from '../../statistics/control.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Executor } from '../executors/executor.ts';
import { sample } from '../running/sample.ts';

/**
 * Values of one outcome by arm, for every replicate in which it is defined for all arms that remain.
 * Eliminated arms have fewer values.
 *
 * Each arm is adjusted by a control variate whose coefficient is fixed after the first stage, so that later
 * values remain draws from one distribution.
 */
export class RaceSamples {
  /** [arm][value]: value i of every arm stems from the same replicate. */
  readonly values: number[][];
  /** Number of replicates left out because the outcome was undefined or a run failed. */
  failed = 0;
  /** Number of runs over all arms. */
  runs = 0;
  private readonly adapter: WorldAdapter;
  private readonly id: string;
  private readonly seed: string;
  private readonly executor: Executor;
  private readonly luckId: string | undefined;
  private readonly firstLuck: number[][];
  private coefficients: readonly number[] | undefined;

  constructor(adapter: WorldAdapter, id: string, seed: string, executor: Executor) {
    const { arms, control } = adapter;
    this.adapter = adapter;
    this.id = id;
    this.seed = seed;
    this.executor = executor;
    this.luckId = control?.of.includes(id) ? control.id : undefined;
    this.values = arms.map(() => []);
    this.firstLuck = arms.map(() => []);
  }

  /** Plays replicates `from` to `to` - 1 of the remaining arms; returns false if it was stopped. */
  async play(
    alive: readonly number[],
    from: number,
    to: number,
    onReplicates: (done: number) => boolean,
  ): Promise<boolean> {
    const { runs, runsOf, outcomes } = this.adapter;
    const distinct = [...new Set(alive.map((a) => runsOf[a].own))];
    const { column, played, isStopped } = await sample(
      distinct.map((run) => runs[run]),
      { outcomes, seed: this.seed, executor: this.executor, from, n: to, onReplicates },
    );
    const of = (id: string) => alive.map((a) => column(distinct.indexOf(runsOf[a].own), id));
    const asked = of(this.id);
    const luck = this.luckId === undefined ? undefined : of(this.luckId);
    for (let replicate = 0; replicate < played; replicate++) {
      if (asked.some((values) => Number.isNaN(values[replicate]))) {
        this.failed++;
        continue;
      }
      for (const [i, a] of alive.entries()) this.add(a, asked[i][replicate], luck?.[i][replicate] ?? 0);
    }
    this.runs += distinct.length * played;
    return !isStopped;
  }

  /**
   * Estimates the coefficients from the first stage and adjusts its values.
   *
   * @param leastValues minimum number of values of an arm; with fewer, the arm is not adjusted
   */
  settle(leastValues: number): void {
    this.coefficients = this.values.map((own, a) =>
      this.luckId === undefined || own.length < leastValues
        ? 0
        : controlCoefficient(Float64Array.from(own), Float64Array.from(this.firstLuck[a])),
    );
    this.values.forEach((own, a) => {
      for (let i = 0; i < own.length; i++) own[i] -= this.coefficients![a] * this.firstLuck[a][i];
    });
  }

  /** Id of the control variate, if any arm was adjusted by it. */
  get control(): string | undefined {
    return this.coefficients?.some((c) => c !== 0) ? this.luckId : undefined;
  }

  mean(a: number): number {
    return this.values[a].reduce((sum, value) => sum + value, 0) / this.values[a].length;
  }

  private add(a: number, value: number, luck: number): void {
    if (this.coefficients === undefined) this.firstLuck[a].push(luck);
    this.values[a].push(value - (this.coefficients?.[a] ?? 0) * luck);
  }
}
