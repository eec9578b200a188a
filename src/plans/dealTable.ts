import { compoundLattice, type Lattice, sizesOn } from './compoundLattice.ts';
import type { PayoutCurve } from './payoutCurve.ts';

/** Points of a distribution up to its mean and eight standard deviations. */
const POINTS = 512;

/** Bookings in units of their mean, if they are some number of deals; and with one more deal. */
export interface DealTable {
  readonly lattice: Lattice;
  readonly now: TailMoments;
  readonly more: TailMoments;
}

/**
 * Distributions of the bookings of a period.
 *
 * @param deals expected number of deals, above 0
 * @param dealCv coefficient of variation of a deal's size
 */
export function dealTable(deals: number, dealCv: number): DealTable {
  const square = 1 + dealCv * dealCv;
  const lattice = compoundLattice(1, square / deals, dealCv, POINTS);
  const { step, probability } = lattice;
  const one = sizesOn(step, 1 / deals, dealCv, POINTS);
  const more = new Float64Array(probability.length + one.length - 1);
  for (let j = 0; j < one.length; j++) {
    if (one[j] === 0) continue;
    for (let k = 0; k < probability.length; k++) more[k + j] += probability[k] * one[j];
  }
  // Rescaled so that means are exact despite the truncated tail.
  const scaled = (values: Float64Array, mean: number) =>
    new TailMoments((step * mean) / meanOf(values, step), values);
  return { lattice, now: scaled(probability, 1), more: scaled(more, 1 + 1 / deals) };
}

function meanOf(probability: Float64Array, step: number): number {
  let mean = 0;
  for (let k = 0; k < probability.length; k++) mean += probability[k] * k * step;
  return mean;
}

/** Partial moments of a distribution on a lattice, from which piecewise-linear pay has closed moments. */
export class TailMoments {
  private readonly step: number;
  /** Sums of 1, x and x^2 over points above a place, with half of the point itself. */
  private readonly zero: Float64Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly all = new Float64Array(3);
  private readonly here = new Float64Array(3);
  private readonly next = new Float64Array(3);

  constructor(step: number, probability: Float64Array) {
    const size = probability.length + 1;
    this.step = step;
    this.zero = new Float64Array(size);
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
    const { all } = this;
    for (let k = probability.length - 1; k >= 0; k--) {
      const p = probability[k];
      const x = k * step;
      this.zero[k] = all[0] + p / 2;
      this.first[k] = all[1] + (p * x) / 2;
      this.second[k] = all[2] + (p * x * x) / 2;
      all[0] += p;
      all[1] += p * x;
      all[2] += p * x * x;
    }
    // Just above 0, only the probability of no deal is excluded.
    this.zero[0] = all[0] - probability[0];
  }

  /**
   * Mean and mean square of pay above an anchor, on a sure amount plus bookings of this distribution.
   *
   * @param openUsd mean of the bookings
   * @param into receives both
   */
  momentsOf(
    curve: PayoutCurve,
    sureUsd: number,
    openUsd: number,
    anchorUsd: number,
    into: Float64Array,
  ): void {
    const { knots, slopeChanges, jumps } = curve;
    let { here, next } = this;
    here.set(this.all);
    let a = curve.base - anchorUsd + curve.slope * sureUsd;
    let b = curve.slope * openUsd;
    let mean = 0;
    let square = 0;
    for (let i = 0; i <= knots.length; i++) {
      if (i < knots.length) this.tailAt((knots[i] - sureUsd) / openUsd, next);
      else next.fill(0);
      const p = here[0] - next[0];
      const x = here[1] - next[1];
      mean += a * p + b * x;
      square += a * a * p + 2 * a * b * x + b * b * (here[2] - next[2]);
      if (i === knots.length) break;
      a += jumps[i] - slopeChanges[i] * (knots[i] - sureUsd);
      b += slopeChanges[i] * openUsd;
      [here, next] = [next, here];
    }
    into[0] = mean;
    into[1] = square;
  }

  /** Partial moments from a place on, in units of the mean. */
  private tailAt(x: number, into: Float64Array): void {
    const { zero, first, second, step } = this;
    if (x <= 0) {
      into.set(this.all);
      return;
    }
    const place = x / step;
    const k = Math.floor(place);
    if (k + 1 >= zero.length) {
      into.fill(0);
      return;
    }
    const share = place - k;
    into[0] = zero[k] + share * (zero[k + 1] - zero[k]);
    into[1] = first[k] + share * (first[k + 1] - first[k]);
    into[2] = second[k] + share * (second[k + 1] - second[k]);
  }
}
