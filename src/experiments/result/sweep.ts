import type { PairedDifference } from '../../statistics/paired.ts';

/** One row of a sweep in tidy form: a grid point, an arm and an outcome. */
export interface SweepRow {
  readonly point: readonly number[];
  readonly arm: string;
  /** The arm from which differences are taken. */
  readonly reference: string;
  readonly outcome: string;
  readonly title: string;
  readonly unit: string;
  readonly mean: number;
  readonly se: number;
  readonly low95: number;
  readonly high95: number;
  /** Quantiles over replicates. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly n: number;
  /** Paired difference from the reference arm at the same point; absent for the reference. */
  readonly difference?: PairedDifference;
}
