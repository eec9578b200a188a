import type { Ledger } from '../../model/metric.ts';

/** One month of one person who plans their work. */
export interface PersonMonth {
  /** Integrity of the seat's holder: dollars forgone to avoid a month of gaming at scale 1. */
  readonly integrityUsd: number;
  /**
   * Productive tactics: level at the end of the month, in multiples of the baseline. Gaming tactics: amount
   * over the month, in scale.
   */
  readonly tactics: Readonly<Record<string, number>>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
}

/** One month of one run. */
export interface ReplayMonth {
  readonly month: number;
  /** Metric values by ledger; a ratio with a zero denominator is omitted. */
  readonly metrics: Readonly<Record<string, Partial<Readonly<Record<Ledger, number>>>>>;
  /** Combined work of all people, in the units of {@link PersonMonth}; every tactic of the catalogue. */
  readonly tactics: Readonly<Record<string, number>>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
  readonly events: readonly string[];
  /** Each planner by name, if there are several. */
  readonly people?: Readonly<Record<string, PersonMonth>>;
}

/** One run, month by month. */
export interface Replay {
  readonly scenario: string;
  readonly arm: string;
  readonly seed: string;
  readonly replicate: number;
  /** Number of runs of which this is the typical one; absent if the run was chosen by its number. */
  readonly typicalOf?: number;
  /** Integrity of the first planner: dollars forgone to avoid a month of gaming at scale 1. */
  readonly integrityUsd: number;
  readonly months: readonly ReplayMonth[];
  readonly outcomes: Readonly<Record<string, number>>;
}
