import { Replicator } from './replicates.ts';
import type { RunSpec } from './runSpec.ts';

/** A small sample that forms one task and returns only selected outcomes. */
export interface Trial {
  readonly runs: readonly RunSpec[];
  readonly seed: string;
  readonly replicates: number;
  /** Indices of the selected outcomes. */
  readonly outcomes: readonly number[];
}

/** [selected outcome][run][replicate]; NaN where undefined or failed. */
export type TrialColumns = readonly (readonly Float64Array[])[];

export function tryOut({ runs, seed, replicates, outcomes: wanted }: Trial): TrialColumns {
  const { outcomes } = new Replicator(runs, seed).play(0, replicates);
  const width = outcomes.length / (runs.length * replicates);
  return wanted.map((outcome) =>
    runs.map((_, run) =>
      Float64Array.from(
        { length: replicates },
        (_, replicate) => outcomes[(replicate * runs.length + run) * width + outcome],
      ),
    ),
  );
}
