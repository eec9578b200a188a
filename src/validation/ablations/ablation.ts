/**
 * A mechanic, a shipped scenario and arm in which it works, what takes it out, and an outcome that then
 * moves.
 */
export interface Ablation {
  readonly mechanic: string;
  readonly scenario: string;
  readonly arm: string;
  /** Overrides that take the mechanic out. */
  readonly without: Readonly<Record<string, unknown>>;
  /** Id of an outcome. */
  readonly outcome: string;
  /** Whether the outcome is higher or lower with the mechanic than without it. */
  readonly moves: 'up' | 'down';
  /** Most months of play; 12 by default. */
  readonly months?: number;
}

/** A line of the list. */
export const row = (
  mechanic: string,
  [scenario, arm]: readonly [string, string],
  without: Ablation['without'],
  moves: 'up' | 'down',
  outcome: string,
  months = 12,
): Ablation => ({ mechanic, scenario, arm, without, outcome, moves, months });

/** Arms of the first company, in which most things can be seen. */
export const FLUFF = ['catherine', 'fluff'] as const;
export const HONEST = ['catherine', 'salary-only'] as const;
export const TIED = ['catherine', 'revenue-tied'] as const;
export const TRAFFIC = ['catherine', 'traffic-only'] as const;

/** Every mechanic of a company that can be taken out by its numbers. */
