/** Which way is good. `neutral`: neither. */
export type Direction = 'higher' | 'lower' | 'neutral';

/** The three ledgers, in the order in which they are stored. */
export const LEDGERS = ['reported', 'true', 'sound'] as const;
export type Ledger = (typeof LEDGERS)[number];

/**
 * A named measure that a plan can pay on: a counter, or the ratio of two counters, over a period. Ratios are
 * recomputed from the sums of numerator and denominator, never averaged.
 */
export interface MetricDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: Exclude<Direction, 'neutral'>;
  /** Ids of counters. */
  readonly numerator: string;
  readonly denominator?: string;
  /** Role whose work produces it: a plan that pays on it needs somebody who works like that role. */
  readonly producedBy: string;
  readonly about: string;
}

/** What a run did to the company or its people. */
export interface OutcomeDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: 'USD' | 'share' | 'months' | 'score' | 'count' | 'hours' | 'units';
  readonly direction: Direction;
  readonly about: string;
  /**
   * An outcome that is the sum of several, run by run: that one's id, and whether this counts for or against
   * it.
   */
  readonly partOf?: { readonly whole: string; readonly sign: 1 | -1 };
}
