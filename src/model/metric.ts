/** Direction in which a measure improves; `neutral` if neither. */
export type Direction = 'higher' | 'lower' | 'neutral';

/**
 * The three ledgers of a counter, in storage order. `reported` is what plans pay on. `true` leaves out what
 * gaming contributed. `sound` counts by latent state, such as readiness to buy.
 */
export const LEDGERS = ['reported', 'true', 'sound'] as const;
export type Ledger = (typeof LEDGERS)[number];

/**
 * Performance measure that a plan can pay on: a counter, or a ratio of two counters, over a period. A ratio
 * is recomputed from summed numerators and denominators; ratios are never averaged.
 */
export interface MetricDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: Exclude<Direction, 'neutral'>;
  /** Largest possible value; absent if there is none. */
  readonly most?: number;
  /** Counter ids; no denominator for a plain count. */
  readonly numerator: string;
  readonly denominator?: string;
  /** Why no shipped tactic or game makes it differ from the truth; absent where one does. */
  readonly notGamed?: string;
  /** Role whose work produces it. A plan that pays on it needs somebody with that role's kind of mind. */
  readonly producedBy: string;
  readonly about: string;
}

/** Result of a run for the company or its people. */
export interface OutcomeDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: 'USD' | 'share' | 'months' | 'days' | 'score' | 'count' | 'hours' | 'units';
  readonly direction: Direction;
  readonly about: string;
  /**
   * For a term of an additive outcome: id of the total, and the sign with which this enters it in every run.
   */
  readonly partOf?: { readonly whole: string; readonly sign: 1 | -1 };
}
