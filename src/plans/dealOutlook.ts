import { exp, log } from '../core/numeric/elementary.ts';
import { certaintyEquivalent, certaintyEquivalentSlope } from './certaintyEquivalent.ts';
import { type DealTable, dealTable } from './dealTable.ts';
import { discreteEquivalent } from './discreteEquivalent.ts';
import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/** Numbers of deals for which tables are made: LEAST times powers of two, STEPS for each, up to MOST. */
const LEAST = 1 / 32;
const MOST = 256;
const STEPS = 4;
/** Largest risk aversion times standard deviation of pay at which two moments are enough. */
const MODEST_RISK = 0.1;
const MOST_REMEMBERED = 20;

const MEAN = 0;
const SQUARE = 1;

/** Outlooks by coefficient of variation, since companies share their tables. */
const remembered = new Map<number, DealOutlook>();

/** The outlook for deals whose sizes have a coefficient of variation. */
export function dealOutlook(dealCv: number): DealOutlook {
  const known = remembered.get(dealCv);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const made = new DealOutlook(dealCv);
  remembered.set(dealCv, made);
  return made;
}

/**
 * Value of pay on a period's bookings when these are a small number of deals: compound Poisson with
 * log-normal sizes and a given mean and variance. A normal forecast with the same moments overstates the
 * value of a cliff, because it has mass below 0 and between deals. From 256 deals on, it is accurate enough.
 *
 * The expected number of deals is mean^2 (1 + cv^2) / variance. Tables are made for numbers a quarter of an
 * octave apart, and moments of pay in between are mixed.
 */
export class DealOutlook {
  private readonly dealCv: number;
  private readonly tables: (DealTable | undefined)[] = [];
  /** Mean and mean square of pay above an anchor; the same with one more deal. */
  private readonly now = new Float64Array(2);
  private readonly more = new Float64Array(2);
  private readonly part = new Float64Array(2);

  constructor(dealCv: number) {
    this.dealCv = dealCv;
  }

  /**
   * Certainty equivalent of pay on an amount that is sure plus open bookings, in dollars.
   *
   * Formula: -(1/r) ln E[exp(-r P(sure + X))]. Where risk is modest it is the mean of pay less r/2 times its
   * variance; the rest is of the order of r^2 sd^3.
   *
   * @param openUsd mean of the open bookings
   * @param variance of the open bookings; 0 makes them sure
   * @param riskAversionPerUsd r, 0 or more; 0 gives the expectation
   * @example
   * // A bonus of 1,000 at 10,000, with two deals of 5,000 expected: the probability of two or more is 0.594.
   * dealOutlook(0).worth(payoutCurve(0, 0, [{ at: 10_000, jump: 1000 }]), 0, 10_000, 5e7, 0) // about 594
   */
  worth(
    curve: PayoutCurve,
    sureUsd: number,
    openUsd: number,
    variance: number,
    riskAversionPerUsd: number,
  ): number {
    const mean = sureUsd + openUsd;
    if (!(variance > 0 && openUsd > 0) || curve.knots.length === 0 || this.dealsOf(openUsd, variance) > MOST)
      return certaintyEquivalent(curve, mean, Math.sqrt(Math.max(0, variance)), riskAversionPerUsd);
    const anchor = payoutAt(curve, mean);
    this.fill(curve, sureUsd, openUsd, variance, anchor, false);
    const spread = Math.max(0, this.now[SQUARE] - this.now[MEAN] * this.now[MEAN]);
    if (riskAversionPerUsd * Math.sqrt(spread) > MODEST_RISK) {
      const { step, probability } = this.tableAt(Math.round(this.placeOf(openUsd, variance))).lattice;
      const pay = (k: number) => payoutAt(curve, sureUsd + k * step * openUsd);
      return discreteEquivalent(probability, pay, riskAversionPerUsd);
    }
    return anchor + this.now[MEAN] - (riskAversionPerUsd / 2) * spread;
  }

  /**
   * Marginal value of a dollar of open bookings, in dollars: what one more deal adds to the certainty
   * equivalent, per dollar of its value. The deal's own risk is left out, so that under linear pay the slope
   * is the rate.
   */
  slope(
    curve: PayoutCurve,
    sureUsd: number,
    openUsd: number,
    variance: number,
    riskAversionPerUsd: number,
  ): number {
    const deals = this.dealsOf(openUsd, variance);
    if (!(variance > 0 && openUsd > 0) || curve.knots.length === 0 || deals > MOST) {
      const sd = Math.sqrt(Math.max(0, variance));
      return certaintyEquivalentSlope(curve, sureUsd + openUsd, sd, riskAversionPerUsd);
    }
    const r = riskAversionPerUsd;
    const { now, more } = this;
    this.fill(curve, sureUsd, openUsd, variance, payoutAt(curve, sureUsd + openUsd), true);
    const gain = more[MEAN] - now[MEAN];
    // Around the mean of pay, u(P) = P - r/2 (P - mean)^2.
    const about = now[MEAN];
    const spreadNow = now[SQUARE] - about * about;
    const spreadMore = more[SQUARE] - 2 * about * more[MEAN] + about * about;
    const own = Math.min(0.5, (r * gain * (1 + this.dealCv * this.dealCv)) / 2);
    const felt = (gain - (r / 2) * (spreadMore - spreadNow)) / (1 - own);
    return (felt * Math.max(LEAST, deals)) / openUsd;
  }

  private dealsOf(meanUsd: number, variance: number): number {
    return (meanUsd * meanUsd * (1 + this.dealCv * this.dealCv)) / variance;
  }

  /** Moments of pay above an anchor into `now`, and with one more deal into `more`. */
  private fill(
    curve: PayoutCurve,
    sureUsd: number,
    openUsd: number,
    variance: number,
    anchorUsd: number,
    withMore: boolean,
  ): void {
    const { now, more, part } = this;
    const place = this.placeOf(openUsd, variance);
    const at = Math.floor(place);
    now.fill(0);
    more.fill(0);
    for (let i = 0; i < 2; i++) {
      const weight = i === 0 ? 1 - (place - at) : place - at;
      if (weight === 0) continue;
      const table = this.tableAt(at + i);
      table.now.momentsOf(curve, sureUsd, openUsd, anchorUsd, part);
      now[MEAN] += weight * part[MEAN];
      now[SQUARE] += weight * part[SQUARE];
      if (!withMore) continue;
      table.more.momentsOf(curve, sureUsd, openUsd, anchorUsd, part);
      more[MEAN] += weight * part[MEAN];
      more[SQUARE] += weight * part[SQUARE];
    }
  }

  /** Place in the tables of the expected number of deals. */
  private placeOf(meanUsd: number, variance: number): number {
    return (STEPS * log(Math.max(LEAST, this.dealsOf(meanUsd, variance)) / LEAST)) / Math.LN2;
  }

  private tableAt(at: number): DealTable {
    let table = this.tables[at];
    if (table === undefined) {
      table = dealTable(LEAST * exp((at * Math.LN2) / STEPS), this.dealCv);
      this.tables[at] = table;
    }
    return table;
  }
}
