import type { Ledger } from '../../model/metric.ts';

/** What a month brought to one person who plans their work. */
export interface PersonMonth {
  /** Of whoever holds the chair: dollars forgone to avoid a month of gaming at scale 1. */
  readonly integrityUsd: number;
  /** At the end of the month: productive tactics in multiples of the baseline, gaming ones in scale. */
  readonly tactics: Readonly<Record<string, number>>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
}

/** One month of one run. */
export interface ReplayMonth {
  readonly month: number;
  /** Metric by ledger; a ratio without a denominator is left out. */
  readonly metrics: Readonly<Record<string, Partial<Readonly<Record<Ledger, number>>>>>;
  /** Work of all people together, as in {@link PersonMonth}; every tactic of the catalogue. */
  readonly tactics: Readonly<Record<string, number>>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
  readonly events: readonly string[];
  /** Each person by name, where several plan their work. */
  readonly people?: Readonly<Record<string, PersonMonth>>;
}

/** The story of one run. */
export interface Replay {
  readonly scenario: string;
  readonly arm: string;
  readonly seed: string;
  readonly replicate: number;
  /** Of the first one who plans their work: dollars forgone to avoid a month of gaming at scale 1. */
  readonly integrityUsd: number;
  readonly months: readonly ReplayMonth[];
  readonly outcomes: Readonly<Record<string, number>>;
}
