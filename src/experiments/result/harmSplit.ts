import type { PairedDifference } from '../../statistics/paired.ts';

/** Targets as written, or those that honest work reaches in half of all periods. */
export const TARGETS = ['written', 'honest'] as const;
export type TargetKind = (typeof TARGETS)[number];

/** All or nothing; in proportion up to twice the target bonus; in proportion. */
export const CURVES = ['cliff', 'capped', 'linear'] as const;
export type CurveKind = (typeof CURVES)[number];

/** The reference's bonus with other metrics, targets or curve. */
export interface SplitCell {
  /** The arm whose metrics are paid for. */
  readonly metricsOf: string;
  readonly targets: TargetKind;
  readonly curve: CurveKind;
  /** Difference from the reference as written. */
  readonly difference: PairedDifference;
  /** Share of the bonus earned by gaming. */
  readonly hollowShare: number;
}

/**
 * What makes the difference between two plans: one change at a time from the reference, and what they do
 * together beyond that. target + metric + curve + interaction = total, in every replicate.
 */
export interface HarmSplit {
  readonly scenario: string;
  readonly seed: string;
  readonly replicates: number;
  readonly reference: string;
  readonly other: string;
  readonly person: string;
  /** Curve of the other plan, as far as one of three describes it. */
  readonly otherCurve: CurveKind;
  /** Targets that honest work reaches in half of all periods, by arm and metric. */
  readonly honestTargets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly effects: {
    readonly target: PairedDifference;
    readonly metric: PairedDifference;
    readonly curve: PairedDifference;
    readonly interaction: PairedDifference;
    readonly total: PairedDifference;
    /** The same person on salary alone. */
    readonly salary: PairedDifference;
  };
  /** All twelve: two sets of metrics, two kinds of targets, three curves. */
  readonly cells: readonly SplitCell[];
}
