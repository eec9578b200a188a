import type { PairedDifference } from '../../statistics/paired.ts';

/**
 * A condition that the best plan must meet on average, such as a pay budget, or what keeps people from
 * leaving.
 */
export interface Limit {
  /** An outcome, or `certaintyEquivalentUsd`: what the plan is worth to the person it pays. */
  readonly outcome: string;
  readonly bound: 'at-most' | 'at-least';
  readonly value: number;
}

/** A number that was free, and where it is best. */
export interface BestValue {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly best: number;
  /** Values of this number, the others at their best, that lose less than a hundredth of the outcome. */
  readonly flatLow: number;
  readonly flatHigh: number;
  /** Whether the best value lies at an end of what was allowed. */
  readonly atBound: boolean;
}

/** The best plan that was found, given that people respond. */
export interface Optimum {
  readonly arm: string;
  readonly outcome: string;
  readonly title: string;
  readonly unit: string;
  readonly free: readonly BestValue[];
  readonly mean: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
  /** The best plan less the plan as written, on luck that the search did not see. */
  readonly gain?: PairedDifference;
  readonly limits: readonly (Limit & {
    readonly unit: string;
    readonly mean: number;
    readonly isMet: boolean;
  })[];
  readonly replicates: number;
  readonly evaluations: number;
  /** Whether the search came to rest. */
  readonly settled: boolean;
}
