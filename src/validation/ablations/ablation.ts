/**
 * Ablation of a mechanic: a shipped scenario and arm in which it operates, overrides that remove it, and an
 * outcome that then changes.
 */
export interface Ablation {
  readonly mechanic: string;
  readonly scenario: string;
  readonly arm: string;
  /** Overrides that remove the mechanic. */
  readonly without: Readonly<Record<string, unknown>>;
  /** Outcome id. */
  readonly outcome: string;
  /** Whether the outcome is higher or lower with the mechanic than without. */
  readonly moves: 'up' | 'down';
  /** Maximum number of months of play; default 12. */
  readonly months?: number;
}

/** Shorthand for an ablation. */
export const row = (
  mechanic: string,
  [scenario, arm]: readonly [string, string],
  without: Ablation['without'],
  moves: 'up' | 'down',
  outcome: string,
  months = 12,
): Ablation => ({ mechanic, scenario, arm, without, outcome, moves, months });

/** The arm of the first company that shows most mechanics. */
export const FLUFF = ['catherine', 'fluff'] as const;
export const HONEST = ['catherine', 'salary-only'] as const;
export const TIED = ['catherine', 'revenue-tied'] as const;
export const TRAFFIC = ['catherine', 'traffic-only'] as const;
