/** A deviation of one planner, by name. What is absent stays as chosen. */
export interface Deviation {
  readonly person: string;
  readonly motive?: 'honest';
  /** Tactics out of reach, by id: gaming is left out, work stays at the baseline. */
  readonly without?: readonly string[];
  /** Factor on each tactic's chosen intensity, by id. */
  readonly scaled?: Readonly<Record<string, number>>;
  /** Fixed level of each tactic, by id; those left out stay at the baseline. */
  readonly levels?: Readonly<Record<string, number>>;
}

/** Intervention: overrides of people's choices, for counterfactuals and to measure beliefs. Plain data. */
export interface Policy {
  /** Motive that replaces every planner's own. */
  readonly motive?: 'honest' | 'company';
  /** Fixed level of each tactic, by id, over a range of months of play (1-based); the rest at baseline. */
  readonly levels?: Readonly<Record<string, number>>;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  /** Tactics out of reach of those who choose: gaming is left out, work stays at the baseline. By id. */
  readonly without?: readonly string[];
  /** Factor on each tactic's chosen intensity, by id: a deviation from what people chose. */
  readonly scaled?: Readonly<Record<string, number>>;
  /** What one planner does otherwise than they would choose, while everybody else does what they chose. */
  readonly alone?: Deviation;
  /**
   * Charges discovery at its expectation instead of drawing it: nobody is dismissed, and a person bears the
   * chance of discovery times what it costs.
   */
  readonly expectedDiscovery?: boolean;
  /** Shift of the score threshold for passing leads. */
  readonly barShift?: number;
  /** Whether sellers and callers refrain from games. */
  readonly sellersHonest?: boolean;
  /** Sellers' effort as a multiple of the baseline. */
  readonly sellerEffort?: number;
  /**
   * Counts deals at their expected value instead of drawing their value, win and renewals. This removes the
   * luck of single deals. Means are approximate where something reacts to bookings: quotas that follow
   * results, turnover, goals, budgets.
   */
  readonly expectedDeals?: boolean;
}

/** The deviation of a planner, if the policy has one for them. */
export function deviationOf({ alone }: Policy, person: string): Deviation | undefined {
  return alone?.person === person ? alone : undefined;
}
