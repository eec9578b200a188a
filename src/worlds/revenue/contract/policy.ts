/**
 * How a run departs from what its people would choose: for counterfactuals and for measuring beliefs. Plain
 * data.
 */
export interface Policy {
  /** Motive that replaces every planner's own. */
  readonly motive?: 'honest' | 'company';
  /**
   * Fixed level of each tactic, by id, from a month to a month (1-based, in play); everything else at
   * baseline.
   */
  readonly levels?: Readonly<Record<string, number>>;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  /** Shift of the score above which leads are passed. */
  readonly barShift?: number;
  /** Whether sellers and callers play no games. */
  readonly sellersHonest?: boolean;
  /** Effort of the sellers as a multiple of the baseline. */
  readonly sellerEffort?: number;
  /**
   * Deals count at their expected value instead of being drawn: exact for means, as nothing reacts to a
   * single win.
   */
  readonly expectedDeals?: boolean;
}
