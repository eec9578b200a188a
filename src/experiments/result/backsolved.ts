/** Amounts per month; `sellers` is a number of people. */
export interface Funnel {
  readonly visits: number;
  readonly leads: number;
  readonly sqls: number;
  readonly opportunities: number;
  /** Value of opportunities when they open. */
  readonly pipelineUsd: number;
  readonly wins: number;
  readonly revenueUsd: number;
  /** Marketing's money: media and budget. */
  readonly spendUsd: number;
  /** Gross margin on new business. */
  readonly marginUsd: number;
  /** Pay of everybody. */
  readonly payUsd: number;
  readonly sellers: number;
}

/** Share of runs that reach the goal, with its 95% interval. */
export interface Chance {
  readonly share: number;
  readonly ci95: readonly [number, number];
}

/** One plan in a company of some demand, worked honestly and as people respond to it. */
export interface Outlook {
  /** Demand and media money as a multiple of today's. */
  readonly demandTimes: number;
  readonly sellers: number;
  /** Means over runs. */
  readonly honest: Funnel;
  readonly asPaid: Funnel;
  /** Line by line: a tenth of the runs of honest people have less, and a tenth have more. */
  readonly honestRange: { readonly low: Funnel; readonly high: Funnel };
  readonly honestMean: number;
  readonly asPaidMean: number;
  readonly honestChance: Chance;
  readonly asPaidChance: Chance;
  /** Shares of reported visits and SQLs that gaming made. */
  readonly hollowVisitsShare: number;
  readonly hollowSqlsShare: number;
}

/** From a goal back to what has to come in. */
export interface Backsolved {
  readonly scenario: string;
  readonly arm: string;
  /** Id of the outcome to reach, its title and its unit. */
  readonly outcome: string;
  readonly title: string;
  readonly unit: string;
  readonly goal: number;
  readonly months: number;
  readonly replicates: number;
  readonly today: Outlook;
  /** The company whose honest people reach the goal on average; absent if none was found. */
  readonly needed?: Outlook;
  /** Whether the demand of `needed` is more than enough: the least that was tried. */
  readonly isPlenty: boolean;
  /** Whether sellers could be added: not where groups have head counts of their own. */
  readonly canAddSellers: boolean;
  /** The most that was found with today's sellers, if more demand alone does not reach the goal. */
  readonly mostWithSellers?: { readonly mean: number; readonly demandTimes: number };
}
