import type { Dimension } from './dimensions.ts';

/** A channel, product line or sales position whose outcomes are reported separately. */
export interface Part {
  readonly dimension: Dimension;
  readonly name: string;
}

/** Those with outcomes of their own, in a comparison of companies that need not have the same. */
export interface Named {
  readonly planners: readonly string[];
  readonly parts: readonly Part[];
  /** Months of play after a change of plans, in quarters that are reported separately; none without one. */
  readonly quarters?: readonly Span[];
}

/** Consecutive months of play. */
export interface Span {
  /** First month, 0-based. */
  readonly from: number;
  readonly months: number;
}

/** Most quarters after a change of plans that are reported separately: a year. */
const MOST_QUARTERS = 4;
const MONTHS_PER_QUARTER = 3;

/**
 * The quarters after a change of plans, as far as they are whole and within the horizon.
 *
 * @param from first month under the new plan, 0-based
 */
export function quartersAfter(from: number, horizonMonths: number): Span[] {
  const whole = Math.floor((horizonMonths - from) / MONTHS_PER_QUARTER);
  return Array.from({ length: Math.max(0, Math.min(MOST_QUARTERS, whole)) }, (_, n) => ({
    from: from + n * MONTHS_PER_QUARTER,
    months: MONTHS_PER_QUARTER,
  }));
}

/**
 * Sums kept for each part, as offsets in its row: numbers of leads, opportunities opened and decided, and
 * wins; bookings, bookings credited to quota, and quota, in dollars.
 */
export const PART = { leads: 0, opened: 1, decided: 2, wins: 3, bookedUsd: 4, creditedUsd: 5, quotaUsd: 6 };
export const PART_WIDTH = 7;

/** First source number, in deal ids, of the sources that are not channels: field marketing and partners. */
export const FIRST_SOURCE = 30;

/** Names of the sources of deals that do not start from a lead. */
export const SELF_SOURCED = 'self-sourced';
export const FIELD_SOURCED = 'field-produced';
export const PARTNER_SOURCED = 'partner-sourced';
/** Name of the only line of a company without a price list. */
export const ONLY_LINE = 'main';
