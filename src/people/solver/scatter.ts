import type { Value } from './value.ts';

/** Points that are kept. */
const KEPT = 4;
/**
 * Bounds farther apart than this are no bounds: points are spread around the baseline, as far as pay can
 * pull.
 */
const MOST_ROOM = 10;
/** How much farther points are spread than one tactic alone is pulled. */
const BEYOND = 1.5;

/**
 * Points of a low-discrepancy sequence within bounds and hours, of which the best few are kept, one for every
 * piece of the pay: a top beyond a threshold is looked for even where points before it are worth more.
 *
 * @source J. H. Halton, Numerische Mathematik 2 (1960) 84-90, for the sequence
 */
export class Scatter {
  private readonly value: Value;
  /**
   * The best points, best first: [place * tactics + tactic]; their values, and the pieces of pay that they
   * lie in.
   */
  private readonly kept: Float64Array;
  private readonly keptValue = new Float64Array(KEPT);
  private readonly keptPiece = new Int32Array(KEPT);
  private size = 0;
  /** Where points are spread: from here, and so far. */
  private readonly from: Float64Array;
  private readonly span: Float64Array;
  private readonly primes: readonly number[];

  constructor(value: Value) {
    const { tactics } = value.problem;
    this.value = value;
    this.kept = new Float64Array(KEPT * tactics);
    this.from = new Float64Array(tactics);
    this.span = new Float64Array(tactics);
    this.primes = firstPrimes(tactics);
  }

  /**
   * Values the objective at so many points.
   *
   * @returns how many were kept
   */
  spread(points: number): number {
    const { value } = this;
    const { tactics, productive } = value.problem;
    this.findRoom();
    this.size = 0;
    for (let point = 1; point <= points; point++) {
      let dimension = 0;
      for (let k = 0; k < tactics; k++) {
        value.place(k, this.from[k]);
        if (!(this.span[k] > 0)) continue;
        const u = radicalInverse(point, this.primes[dimension++]);
        // Not to use a gaming tactic at all is a likely part of an answer.
        const part = productive[k] === 0 ? Math.max(0, (u - 0.2) / 0.8) : u;
        value.place(k, this.from[k] + this.span[k] * part);
      }
      value.shrinkToBudget();
      value.refresh();
      this.keep();
    }
    return this.size;
  }

  /** Puts the trial point on the n-th best point that was kept. */
  place(n: number): void {
    const { tactics } = this.value.problem;
    this.value.placeAll(this.kept.subarray(n * tactics, (n + 1) * tactics));
  }

  /** Value of the n-th best point that was kept, and the piece of pay that it lies in. */
  at(n: number): { readonly value: number; readonly piece: number } {
    return { value: this.keptValue[n], piece: this.keptPiece[n] };
  }

  /** Keeps the trial point if it is among the best, or the best of its piece of pay. */
  private keep(): void {
    const { value, kept, keptValue, keptPiece } = this;
    const { tactics } = value.problem;
    const piece = pieceOfPay(value);
    let place = 0;
    while (place < this.size && keptPiece[place] !== piece) place++;
    if (place === this.size && this.size < KEPT) keptValue[this.size++] = -Infinity;
    place = Math.min(place, KEPT - 1);
    if (!(value.total > keptValue[place])) return;
    for (; place > 0 && keptValue[place - 1] < value.total; place--) {
      keptValue[place] = keptValue[place - 1];
      keptPiece[place] = keptPiece[place - 1];
      kept.copyWithin(place * tactics, (place - 1) * tactics, place * tactics);
    }
    keptValue[place] = value.total;
    keptPiece[place] = piece;
    kept.set(value.intensity, place * tactics);
  }

  /** Sets where points are spread: between the bounds, or, where these are none, as far as pay can pull. */
  private findRoom(): void {
    const { value } = this;
    const { tactics, lower, upper, productive } = value.problem;
    for (let k = 0; k < tactics; k++) value.place(k, value.clamp(k, productive[k]));
    value.refresh();
    for (let k = 0; k < tactics; k++) {
      const baseline = value.intensity[k];
      let low = lower[k];
      let high = upper[k];
      if (high - low > MOST_ROOM) {
        const reach = reachOf(value, k) || MOST_ROOM / 2;
        low = Math.max(low, baseline - BEYOND * reach);
        high = Math.min(high, baseline + BEYOND * reach);
      }
      this.from[k] = low;
      this.span[k] = high - low;
    }
  }
}

/** How far from the baseline it takes to reach a kink, or as the steepest pay could pull. */
function reachOf(value: Value, k: number): number {
  const { componentRow, componentCurve, payScale, productive } = value.problem;
  const baseline = value.intensity[k];
  let reach = 0;
  for (let j = 0; j < componentRow.length; j++) {
    const r = componentRow[j];
    const slope = value.metricSlope(k, r);
    if (slope === 0) continue;
    const { knots, steepest } = componentCurve[j];
    const pull = (steepest * payScale[j] * Math.abs(slope)) / value.costs.cost[k];
    if (productive[k] === 1 && pull < Infinity) reach = Math.max(reach, pull);
    for (const knot of knots) {
      const needed = value.intensityFor(k, value.response[k] + (knot - value.rows.now(r)) / slope);
      reach = Math.max(reach, Math.abs(needed - baseline));
    }
  }
  return reach;
}

/** Between which kinks of the pay the trial point lies, as one number. */
export function pieceOfPay(value: Value): number {
  const { componentRow, componentCurve } = value.problem;
  let piece = 0;
  for (let j = 0; j < componentRow.length; j++) {
    const { knots } = componentCurve[j];
    const now = value.rows.now(componentRow[j]);
    let below = 0;
    while (below < knots.length && knots[below] <= now) below++;
    piece = (31 * piece + below) | 0;
  }
  return piece;
}

/** Digits of a number in a base, mirrored behind the point: the coordinates of Halton's sequence. */
function radicalInverse(number: number, base: number): number {
  let sum = 0;
  let weight = 1 / base;
  for (let rest = number; rest > 0; rest = Math.floor(rest / base)) {
    sum += (rest % base) * weight;
    weight /= base;
  }
  return sum;
}

/** The first primes, so that every dimension has a base of its own. */
function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}
