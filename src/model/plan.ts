/** How often a component is measured and paid. */
export type Period = 'month' | 'quarter' | 'year';

/** Months in each period. */
export const MONTHS_IN: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * How attainment turns into pay, in shares of the component's target bonus.
 *
 * `cliff`: all at attainment 1, nothing below. `linear`: in proportion, without limit. `{ linear, capShare,
 * thresholdShare }`: in proportion between a threshold (nothing below it) and a cap. `{ points }`: straight
 * lines between [attainment, payout] points, flat outside; two points at one attainment make a jump. `{
 * perUnitUsd }`: dollars for each unit of the metric, whatever the target.
 */
export type Payout =
  | 'cliff'
  | 'linear'
  | { readonly linear: true; readonly capShare?: number; readonly thresholdShare?: number }
  | { readonly points: readonly (readonly [number, number])[] }
  | { readonly perUnitUsd: number };

/**
 * Pays only in periods in which another metric reaches a level (or stays at or below it, for a
 * lower-is-better metric).
 */
export interface Gate {
  readonly metric: string;
  readonly level: number;
}

export interface PlanComponent {
  readonly metric: string;
  readonly period: Period;
  /** Level at which attainment is 1, in the metric's unit, per period. Absent for `perUnitUsd`. */
  readonly target?: number;
  /** Part of the bonus that this component pays at attainment 1. Absent for `perUnitUsd`. */
  readonly weightShare?: number;
  readonly payout: Payout;
  readonly gates?: readonly Gate[];
}

/** Sales commission: `rateShare` of bookings up to quota, `aboveQuotaRateShare` beyond it. */
export interface Commission {
  readonly rateShare: number;
  readonly aboveQuotaRateShare?: number;
  /** Nothing is paid below this attainment of quota. */
  readonly thresholdShare?: number;
  /** Paid besides on bookings from deals that sellers enter as found by themselves. */
  readonly ownDealExtraShare?: number;
  /** Paid besides for every entry in the log of activities. */
  readonly perActivityUsd?: number;
  /**
   * How much of a dollar of the other product line counts for commission and quota; 1 where it is left out.
   */
  readonly otherLineCreditShare?: number;
  /** Paid back of the commission on a deal whose customer leaves when the first contract ends. */
  readonly churnClawbackShare?: number;
  /** Pays for a forecast of the month's bookings besides, and for its being right. */
  readonly forecastMenu?: ForecastRates;
}

/**
 * Rates of a forecast menu, in parts of bookings: every dollar forecast pays one, every dollar above it a
 * lower one, and every dollar short of it costs a higher one.
 */
export interface ForecastRates {
  readonly aboveRateShare: number;
  readonly forecastRateShare: number;
  readonly shortfallRateShare: number;
}

/** Pay of inside sales for what comes of its calls, in dollars each. */
export interface MeetingPay {
  readonly perMeetingUsd?: number;
  /** For a meeting that becomes an opportunity. */
  readonly perOpportunityUsd?: number;
}

/** Components that count with a chance. */
export interface DrawnComponents {
  readonly chanceShare: number;
  readonly components: readonly PlanComponent[];
}

/** What one person is paid. */
export interface PersonPlan {
  readonly baseUsdPerYear: number;
  readonly bonusUsdPerYear?: number;
  readonly components?: readonly PlanComponent[];
  /** Most that all components pay together, in dollars. Textbook worlds only. */
  readonly bonusCapUsd?: number;
  /** Sets of components of which one counts as well: drawn after the work is done, and unknown before. */
  readonly drawn?: readonly DrawnComponents[];
  readonly commission?: Commission;
  readonly meetings?: MeetingPay;
  /** This share of every bonus is paid `months` later, and only to people who are still there. */
  readonly deferral?: { readonly share: number; readonly months: number };
  /**
   * After discovery, this share of the bonus that was paid on hollow numbers in the last `months` is paid
   * back.
   */
  readonly clawback?: { readonly share: number; readonly months: number };
}

/** A plan: what each named person (or group of people under one name) is paid. */
export type Plan = Readonly<Record<string, PersonPlan>>;
