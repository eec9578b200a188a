/** Outcomes of every arm run by run, in the order of runs; NaN where an outcome is undefined. */
export interface RunTable {
  /** Number of each run that was completed, from 0. */
  readonly replicates: readonly number[];
  readonly arms: readonly {
    readonly name: string;
    readonly outcomes: Readonly<Record<string, Float64Array>>;
  }[];
}
