import type { PairedDifference } from '../../statistics/paired.ts';

/** A constraint on the mean of an outcome, such as a pay budget or a participation constraint. */
export interface Limit {
  /** An outcome, or `certaintyEquivalentUsd`: the value of the plan to the person it pays. */
  readonly outcome: string;
  readonly bound: 'at-most' | 'at-least';
  readonly value: number;
}

/** A free number and the best value found. */
export interface BestValue {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly best: number;
  /** Range of this number, others at their best, over which at most a hundredth of the outcome is lost. */
  readonly flatLow: number;
  readonly flatHigh: number;
  /** Whether the best value lies within half a percent of the range from a bound. */
  readonly atBound: boolean;
}

/** The best plan found, given that people respond. */
export interface Optimum {
  readonly arm: string;
  readonly outcome: string;
  readonly title: string;
  readonly unit: string;
  readonly free: readonly BestValue[];
  readonly mean: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
  /** Gain of the best plan over the plan as written, on fresh draws. */
  readonly gain?: PairedDifference;
  readonly limits: readonly (Limit & {
    readonly unit: string;
    readonly mean: number;
    readonly isMet: boolean;
  })[];
  readonly replicates: number;
  readonly evaluations: number;
  /** Whether the search converged without being stopped. */
  readonly settled: boolean;
}
