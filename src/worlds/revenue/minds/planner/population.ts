import { exp, log } from '../../../../core/numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../../../../core/numeric/normal.ts';
import type { Integrity } from '../../../../model/person.ts';

/** Typical members per standard deviation of log integrity, and their number on either side of the median. */
const QUARTERS = 4;
const OUTERMOST = 12;

/**
 * Solves for the habit at an integrity: thoroughly without starts, otherwise from the best of them. Returns
 * its value in dollars per month.
 */
export type Settle = (integrityUsd: number, ...starts: readonly Float64Array[]) => number;

/** Integrity of those who never game, in dollars: more than any pay. */
export const NEVER_USD = 1e15;

/** Integrity at quantile u, in dollars forgone to avoid a month of gaming at scale 1. */
export function integrityOf(integrity: Integrity, u: number): number {
  if (typeof integrity === 'number') return integrity;
  const { neverShare = 0, lognormal } = integrity;
  const others = 1 - neverShare;
  return u < others ? lognormal.median * exp(lognormal.sigma * normalQuantile(u / others)) : NEVER_USD;
}

/**
 * Percentile of an integrity in its distribution, from 0 to 1; NaN without spread. Those who never game share
 * the middle of the top of the range.
 *
 * @param integrityUsd dollars that the person would forgo to avoid a month of gaming at scale 1
 */
export function rankOf(integrity: Integrity, integrityUsd: number): number {
  if (typeof integrity === 'number' || !(integrity.lognormal.sigma > 0)) return Number.NaN;
  const { neverShare = 0, lognormal } = integrity;
  if (integrityUsd >= NEVER_USD) return 1 - neverShare / 2;
  return (1 - neverShare) * normalCdf(log(integrityUsd / lognormal.median) / lognormal.sigma);
}

/** Integrity of the median person among those who could game. */
export function typicalIntegrity(integrity: Integrity): number {
  return typeof integrity === 'number' ? integrity : integrity.lognormal.median;
}

/**
 * Habits in a population that differs in integrity. Those of typical members are solved once, and everyone's
 * search starts from the better of the two nearest.
 */
export class Population {
  private readonly members: Float64Array[] = [];
  private readonly settle: Settle;
  /** Where {@link settle} leaves the habit. */
  private readonly answer: Float64Array;

  constructor(settle: Settle, answer: Float64Array) {
    this.settle = settle;
    this.answer = answer;
  }

  /** Solves for a member's habit, and returns its value to them in dollars per month. */
  settleMember(integrityUsd: number, median: number, sigma: number): number {
    if (this.members.length === 0) this.settleTypical(median, sigma);
    const place = OUTERMOST + (sigma > 0 ? (QUARTERS * log(integrityUsd / median)) / sigma : 0);
    const below = Math.max(0, Math.min(2 * OUTERMOST - 1, Math.floor(place)));
    return this.settle(integrityUsd, this.members[below], this.members[below + 1]);
  }

  /**
   * Solves for typical members, a quarter of a standard deviation of log integrity apart. Every fourth is
   * solved thoroughly. Then each is solved from its neighbour's solution, upwards and downwards, and the
   * result is kept where it is better.
   */
  private settleTypical(median: number, sigma: number): void {
    const worth = new Float64Array(2 * OUTERMOST + 1).fill(-Infinity);
    const settle = (n: number, ...starts: readonly Float64Array[]) => {
      const value = this.settle(median * exp((sigma * (n - OUTERMOST)) / QUARTERS), ...starts);
      if (!(value > worth[n])) return;
      worth[n] = value;
      this.members[n] = this.answer.slice();
    };
    for (let n = 0; n < worth.length; n += QUARTERS) settle(n);
    for (let n = 1; n < worth.length; n++) settle(n, this.members[n - 1]);
    for (let n = worth.length - 2; n >= 0; n--) settle(n, this.members[n + 1]);
  }
}
