/** Which way is good. `neutral`: neither. */
export type Direction = 'higher' | 'lower' | 'neutral';

/**
 * A named measure: a counter, or the ratio of two counters, over a period. Ratios are recomputed from the sums of
 * numerator and denominator, never averaged.
 */
export interface MetricDefinition<Counter extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: Exclude<Direction, 'neutral'>;
  readonly numerator: Counter;
  readonly denominator?: Counter;
  /** Role whose work produces it: a plan that pays on it needs that role in the scenario. */
  readonly producedBy: string;
  readonly about: string;
}

/** The three ledgers, in the order in which they are stored. */
export const LEDGERS = ['reported', 'true', 'sound'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** What a run did to the company or its people. */
export interface OutcomeDefinition {
  readonly id: string;
  readonly title: string;
  readonly unit: 'USD' | 'share' | 'months' | 'score' | 'count' | 'hours' | 'units';
  readonly direction: Direction;
  readonly about: string;
}
