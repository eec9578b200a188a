import type { PairedDifference } from '../../statistics/paired.ts';

/** One arm in the ranking of a comparison. */
export interface RankedArm {
  readonly arm: string;
  /** Arms of one group cannot be told from its first; groups are numbered from 1. */
  readonly group: number;
  /** Whether the company could decide for it: it differs from the reference in plans and governance only. */
  readonly isChoice: boolean;
  /** Difference from the reference in the ranking outcome; absent for the reference. */
  readonly fromReference?: PairedDifference;
  /** Difference from the first arm of its group; absent for that arm. */
  readonly fromFirst?: PairedDifference;
  /** Difference from the best choice; absent for that choice. */
  readonly fromBest?: PairedDifference;
}

/**
 * How sure the recommendation is, at 95% for all pairs together. `clear`: the best choice is told apart from
 * every other choice. `shared`: some others cannot be told from it. `open`: the reference is among these.
 */
export type Confidence = 'clear' | 'shared' | 'open';

/** The answer to a comparison in numbers; every view renders it. */
export interface Answer {
  /** Outcome by which arms are ranked. */
  readonly rankedBy: string;
  /** All arms, best first. */
  readonly ranking: readonly RankedArm[];
  /** The choice with the best mean; and the other choices that cannot be told from it. */
  readonly best: string;
  readonly tied: readonly string[];
  readonly confidence: Confidence;
  /** Differences of the best choice from the reference in money and in the outcome of the question. */
  readonly gain: Readonly<Record<string, PairedDifference>>;
  /**
   * The best choice against the reference at equal worth to everybody in marketing: difference in profit if
   * salaries are set so that the certainty equivalent of pay less effort, conscience and expected loss is
   * the same; and what risk takes off that pay under both, in dollars over the horizon. Only where plans
   * are ranked at equal pay.
   */
  readonly atEqualWorth?: {
    readonly difference: PairedDifference;
    readonly premiumUsd: { readonly best: number; readonly reference: number };
  };
  /**
   * The choice that leaves the most profit after pay as plans are written, and its difference from the best
   * choice, if these can be distinguished. Only where plans are ranked at equal pay.
   */
  readonly mostAsWritten?: { readonly arm: string; readonly difference: PairedDifference };
  /** Arms that agree with another one in every run, and that one. */
  readonly unchanged: readonly { readonly arm: string; readonly sameAs: string }[];
}
