/** Outcomes of every arm run by run, in the order of runs; NaN where an outcome is undefined. */
export interface RunTable {
  readonly arms: readonly {
    readonly name: string;
    readonly outcomes: Readonly<Record<string, Float64Array>>;
  }[];
}
