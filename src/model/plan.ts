/** Measurement and payout frequency of a component. */
export type Period = 'month' | 'quarter' | 'year';

/** Months in each period. */
export const MONTHS_IN: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Payout curve: pay as a function of attainment, in shares of the component's target bonus.
 *
 * `cliff`: the full bonus at attainment 1, nothing below. `linear`: proportional, without a cap.
 * `{ linear, capShare, thresholdShare }`: proportional from a threshold (nothing below it) to a cap.
 * `{ points }`: linear interpolation between [attainment, payout] points, flat outside; two points at one
 * attainment make a jump. `{ perUnitUsd }`: a piece rate in dollars per unit of the metric, whatever the
 * target.
 */
export type Payout =
  | 'cliff'
  | 'linear'
  | { readonly linear: true; readonly capShare?: number; readonly thresholdShare?: number }
  | { readonly points: readonly (readonly [number, number])[] }
  | { readonly matrix: PayMatrix }
  | { readonly perUnitUsd: number };

/**
 * Matrix of two metrics: the payout share of the highest row and column that are reached; 0 below the first
 * of either. If a lower value of the other metric is better, its levels are ceilings, from the highest down.
 */
export interface PayMatrix {
  /** The other metric, in its unit. */
  readonly metric: string;
  /** Attainments of the component's own metric, one for each row, in increasing order. */
  readonly attainments: readonly number[];
  /** Levels of the other metric, one for each column. */
  readonly levels: readonly number[];
  /** Payouts in shares of the component's target bonus: [row][column]. */
  readonly payShares: readonly (readonly number[])[];
}

/**
 * Multiplier: pay is multiplied by a factor that depends on another metric over the same period. Linear
 * interpolation between [level, factor] points, flat outside; two points at one level make a jump.
 */
export interface Multiplier {
  readonly metric: string;
  readonly points: readonly (readonly [number, number])[];
}

/**
 * What a result is measured over. `period`: the pay period. `yearToDate`: the plan year so far, against the
 * target so far. `againstYear`: the plan year so far, against the target of the whole year. Of either, each
 * pay day pays what was not paid before.
 */
export type Measured = 'period' | 'yearToDate' | 'againstYear';

/**
 * Gate: the component pays only in periods in which another metric reaches a level. For a lower-is-better
 * metric, it must stay at or below the level.
 */
export interface Gate {
  readonly metric: string;
  readonly level: number;
}

/** A part of a company: of one product line, channel and region, as far as each is named. */
export interface SliceOf {
  readonly line?: string;
  readonly channel?: string;
  /** Name of a group of sellers under people. */
  readonly region?: string;
}

export interface PlanComponent {
  readonly metric: string;
  /** The part of the company whose results count; absent: all of it. */
  readonly of?: SliceOf;
  readonly period: Period;
  /** Level at which attainment is 1, in the metric's unit, per period. Absent for `perUnitUsd`. */
  readonly target?: number;
  /** Targets of the periods of a plan year in turn, in place of one. */
  readonly targets?: readonly number[];
  readonly measured?: Measured;
  /** `growth`: the metric counts as growth on the period before, as a share of it. */
  readonly basis?: 'level' | 'growth';
  /** Level that the first period grows on; without it, the first period pays nothing. */
  readonly growthFrom?: number;
  /**
   * Whose results count: the person's `own`, those of the whole `team`, or those of all people under one name
   * together (`pool`). Without it: own results where the metric is kept for each person, else the team's.
   */
  readonly scope?: 'own' | 'team' | 'pool';
  /** Whether each person of a group is paid the `whole` (default), or an equal `part` of it. */
  readonly each?: 'whole' | 'part';
  /** This component's share of the person's target bonus. Absent for `perUnitUsd`. */
  readonly weightShare?: number;
  readonly payout: Payout;
  readonly gates?: readonly Gate[];
  readonly multiplier?: Multiplier;
  /** Least payout, as a share of the target bonus of a period. */
  readonly floorShare?: number;
  /** Most that it pays for a period, in dollars. */
  readonly capUsd?: number;
  /** First and last month of play in which it counts, 1-based: a special bonus with a start and an end. */
  readonly fromMonth?: number;
  readonly toMonth?: number;
}

/** A rate of commission that holds from a level of attainment on. */
export interface CommissionTier {
  /** Attainment of quota from which the rate holds. */
  readonly fromShare: number;
  readonly rateShare: number;
  /**
   * `bandOnly` (default): the rate holds for dollars from this level on. `allDollars`: reaching the level
   * pays it on every dollar, from the first.
   */
  readonly reach?: 'bandOnly' | 'allDollars';
}

/**
 * Draw: an advance, so that commission and draw together are never below an amount. What was advanced is
 * recovered from later commission above the draw, or forgiven at once.
 */
export interface Draw {
  readonly usdPerPeriod: number;
  readonly recoverable: boolean;
  /** Number of commission periods with a draw; all if absent. */
  readonly periods?: number;
  /** Whether a leaver owes the balance; otherwise it is forgiven. */
  readonly owedOnLeaving?: boolean;
}

/** Windfall: a deal above a size is credited at no more than an amount. */
export interface Windfall {
  readonly aboveUsd: number;
  readonly creditUsd: number;
}

/**
 * Sales commission on bookings. Either tiers, or the shorthand for two of them:
 * `rateShare` up to quota and `aboveQuotaRateShare` (default: the same) above.
 */
export interface Commission {
  /** Month if absent. */
  readonly period?: Period;
  readonly measured?: Measured;
  readonly rateShare?: number;
  readonly aboveQuotaRateShare?: number;
  /** In increasing order; the first begins at 0. */
  readonly tiers?: readonly CommissionTier[];
  /** Attainment of quota below which nothing is paid. */
  readonly thresholdShare?: number;
  /** What is paid on from the threshold on: all dollars (default), or only what exceeds it. */
  readonly thresholdOn?: 'allDollars' | 'excess';
  /** Cap on the commission of a period, and on that of a plan year, in dollars. */
  readonly capUsd?: number;
  readonly capUsdPerYear?: number;
  /** Part of every dollar booked that is credited for commission and quota; 1 if absent. */
  readonly creditShare?: number;
  readonly windfall?: Windfall;
  readonly gates?: readonly Gate[];
  readonly multiplier?: Multiplier;
  readonly draw?: Draw;
  /** Extra commission rate on bookings from deals that sellers enter as self-sourced. */
  readonly ownDealExtraShare?: number;
  /** Extra pay for every entry in the activity log. */
  readonly perActivityUsd?: number;
  /** Commission and quota credit for a dollar of the other product line; default 1. */
  readonly otherLineCreditShare?: number;
  /**
   * Clawback: share of a deal's commission at `rateShare` that is repaid if the customer leaves when the
   * first contract ends.
   */
  readonly churnClawbackShare?: number;
  /** Forecast menu: also pays for a forecast of the month's bookings and for its accuracy. */
  readonly forecastMenu?: ForecastRates;
}

/**
 * Rates of a forecast menu, as shares of bookings. Each dollar forecast earns the forecast rate, each dollar
 * above forecast a lower rate, and each dollar short of it costs a higher rate.
 */
export interface ForecastRates {
  readonly aboveRateShare: number;
  readonly forecastRateShare: number;
  readonly shortfallRateShare: number;
}

/** Piece rates of inside sales, in dollars per result of its calls. */
export interface MeetingPay {
  readonly perMeetingUsd?: number;
  /** For a meeting that becomes an opportunity. */
  readonly perOpportunityUsd?: number;
}

/** Components that count with a given probability. */
export interface DrawnComponents {
  readonly chanceShare: number;
  readonly components: readonly PlanComponent[];
}

/** A metric that a supervisor's rating goes by, and the target that meets expectations. */
export interface Seen {
  readonly metric: string;
  /** In the metric's unit, per rating period. */
  readonly target: number;
  readonly weightShare: number;
}

/**
 * Whether a judged bonus is paid as promised: `always`; with a chance; or up to what keeping promises is
 * worth to the company, at its discount rate.
 */
export type Keeping = 'always' | { readonly chanceShare?: number; readonly discountSharePerMonth?: number };

/** Default cost of a supervisor's hour, in dollars: assumption, not data. */
export const JUDGE_HOUR_USD = 100;

/**
 * Subjective evaluation: a supervisor's rating (the metric `rating`), on which components can pay.
 *
 * Formula: rating = 1 + (1 - compression) (sum of weight x level / target + noise - 1) + leniency.
 */
export interface Judged {
  readonly period: Period;
  readonly sees: readonly Seen[];
  /** Rating error: standard deviation of the noise. */
  readonly noiseShare: number;
  /** Added to every rating; 0 if absent. */
  readonly leniencyShare?: number;
  /** Centrality bias: part of the deviation from expectations that ratings leave out; 0 if absent. */
  readonly compressionShare?: number;
  /** The supervisor's hours for a rating (0 if absent), and the cost of one. */
  readonly hoursPerRating?: number;
  readonly hourUsd?: number;
  readonly keeping?: Keeping;
}

/**
 * Eligibility. Leavers are paid an unfinished period in proportion (default), or forfeit it: only those in
 * the job on the pay day are paid. Joiners are paid components in proportion (default), in whole with the
 * whole target, or from their first whole period on.
 */
export interface Eligibility {
  readonly leavers?: 'proRata' | 'forfeit';
  readonly joiners?: 'proRata' | 'whole' | 'nextPeriod';
}

/**
 * Deferral: a share of all variable pay (default), or of the commission alone (a holdback), is paid `months`
 * later, and only to people still employed then.
 */
export interface Deferral {
  readonly share: number;
  readonly months: number;
  readonly of?: 'all' | 'commission';
}

/** Pay plan of one person. */
export interface PersonPlan {
  readonly baseUsdPerYear: number;
  readonly bonusUsdPerYear?: number;
  readonly components?: readonly PlanComponent[];
  /** Cap on the total of all components, in dollars. Textbook worlds only. */
  readonly bonusCapUsd?: number;
  /**
   * Opaque contract: one of these sets of components also counts, drawn after the work is done. Textbook
   * worlds only.
   */
  readonly drawn?: readonly DrawnComponents[];
  readonly commission?: Commission;
  readonly meetings?: MeetingPay;
  /** How the person is rated, if pay depends on the metric `rating`. */
  readonly judged?: Judged;
  /** Multiplier on every component and the commission. */
  readonly multiplier?: Multiplier;
  readonly eligibility?: Eligibility;
  /** Cap on all variable pay of a plan year, in dollars. */
  readonly capUsdPerYear?: number;
  /** Least variable pay of each of the first months in the job, in dollars. */
  readonly guarantee?: { readonly usdPerMonth: number; readonly months: number };
  readonly deferral?: Deferral;
  /**
   * Clawback: on discovery, this share of the bonus paid on hollow numbers in the last `months` is repaid.
   */
  readonly clawback?: { readonly share: number; readonly months: number };
}

/** Compensation plan: the pay plan of each named person, or of each group of people under one name. */
export type Plan = Readonly<Record<string, PersonPlan>>;
