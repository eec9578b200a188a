import type { Value } from './value.ts';

/** Number of points kept. */
const KEPT = 4;
/** Wider bounds count as none: points then spread around the baseline, as far as pay can pull. */
const MOST_ROOM = 10;
/** Spread of points, as a multiple of the pull of pay on one tactic alone. */
const BEYOND = 1.5;

/**
 * Multistart sampling: low-discrepancy points within bounds and hours. The best few are kept, one per segment
 * of pay, so that a maximum beyond a threshold is explored even if points below it are worth more.
 *
 * @source J. H. Halton, Numerische Mathematik 2 (1960) 84-90, for the sequence
 */
export class Scatter {
  private readonly value: Value;
  /** Points kept, best first: [place * tactics + tactic]; their values and their segments of pay. */
  private readonly kept: Float64Array;
  private readonly keptValue = new Float64Array(KEPT);
  private readonly keptPiece = new Int32Array(KEPT);
  private size = 0;
  /** Lower corner and widths of the sampling box: [tactic]. */
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
   * Evaluates the objective at this many points.
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
        // Optima often leave a gaming tactic unused; so do a fifth of the points.
        const part = productive[k] === 0 ? Math.max(0, (u - 0.2) / 0.8) : u;
        value.place(k, this.from[k] + this.span[k] * part);
      }
      value.shrinkToBudget();
      value.refresh();
      this.keep();
    }
    return this.size;
  }

  /** Moves the trial point to the n-th best point kept. */
  place(n: number): void {
    const { tactics } = this.value.problem;
    this.value.placeAll(this.kept.subarray(n * tactics, (n + 1) * tactics));
  }

  /** Value and segment of pay of the n-th best point kept. */
  at(n: number): { readonly value: number; readonly piece: number } {
    return { value: this.keptValue[n], piece: this.keptPiece[n] };
  }

  /** Keeps the trial point if it is the best in its segment of pay, and that segment is among the best. */
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

  /** Sets the sampling box: the bounds or, where there are none, as far as pay can pull. */
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

/** Farthest useful move from the baseline: to a kink, or as far as the steepest pay could pull. */
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

/** Segments of pay (between kinks) that the trial point lies in, hashed to one number. */
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

/** Radical inverse of a number (its digits mirrored at the radix point): a Halton coordinate. */
function radicalInverse(number: number, base: number): number {
  let sum = 0;
  let weight = 1 / base;
  for (let rest = number; rest > 0; rest = Math.floor(rest / base)) {
    sum += (rest % base) * weight;
    weight /= base;
  }
  return sum;
}

/** The first primes: a separate base for every dimension. */
function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}
