/** Intervention: overrides of people's choices, for counterfactuals and measuring beliefs. Plain data. */
export interface Policy {
  /** Motive that replaces every planner's own. */
  readonly motive?: 'honest' | 'company';
  /** Fixed level of each tactic, by id, over a range of months of play (1-based); the rest at baseline. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  /** Shift of the score threshold for passing leads. */
  readonly barShift?: number;
  /** Whether sellers and callers refrain from games. */
  readonly sellersHonest?: boolean;
  /** Sellers' effort as a multiple of the baseline. */
  readonly sellerEffort?: number;
  /** Books deals at expected value instead of drawing them: exact for means, as no one reacts to a win. */
  readonly expectedDeals?: boolean;
}
