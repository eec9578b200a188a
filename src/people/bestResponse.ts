import { Ascent } from './ascent.ts';
import { NewtonStep } from './newtonStep.ts';

/** Points spread over what is possible in a thorough search, and how many of them are climbed from. */
const SCATTERED = 400;
const KEPT = 4;
/** Bounds farther apart than this are no bounds: points are spread around the baseline, as far as pay can pull. */
const MOST_ROOM = 10;
/** How much farther points are spread than one tactic alone is pulled. */
const BEYOND = 1.5;
/** Parts of what gaming costs at which the answer is followed up to the whole. */
const EASE = [0.1, 0.3, 0.5, 0.7, 0.85, 1];
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
/** Relative width of the differences in which curvature is measured. */
const STEP = 1e-4;

/**
 * The best response of one person: searches an objective for the intensities that are worth most. {@link solve} leaves them in `intensity`.
 */
export class BestResponse extends Ascent {
  /** Whether an answer found from a start is polished as a thorough one is. */
  polished = false;
  /** How many points a thorough search of a rugged problem looks at first. */
  scattered = SCATTERED;
  /** The best points of {@link scatter}, best first, their values, and the pieces of pay that they lie in. */
  private readonly kept: Float64Array;
  private readonly keptValue = new Float64Array(KEPT);
  private readonly keptPiece = new Int32Array(KEPT);
  /** Costs as they are while {@link ease} lowers them. */
  private readonly fullCost: Float64Array;
  /** Where points are spread: from here, and so far. */
  private readonly from: Float64Array;
  private readonly span: Float64Array;
  private newton: NewtonStep | undefined;

  constructor(tactics: number, rows: number) {
    super(tactics, rows);
    this.kept = new Float64Array(KEPT * tactics);
    this.fullCost = new Float64Array(tactics);
    this.from = new Float64Array(tactics);
    this.span = new Float64Array(tactics);
  }

  /**
   * The global best response, by ascent over single tactics (each line searched at every kink and jump of the plan) and over
   * all productive tactics together (first-order conditions with the hours budget's multiplier), from several starts: the
   * baseline, `warmStart`, and a start that reaches for every jump at once.
   *
   * @param warmStart intensities to start from as well, such as last week's
   * @returns the value of the objective, in dollars
   */
  solve(warmStart?: Float64Array): number {
    this.prepare();
    this.allocation.slack = this.thorough || this.polished ? 1e-8 : 1e-4;
    let best = -Infinity;
    for (let start = 0; start < 3; start++) {
      if (start === 0 && warmStart === undefined) continue;
      // From one week to the next the last answer is start enough, unless nothing was gamed yet.
      if (start === 1 && warmStart !== undefined && !this.thorough) continue;
      if (start === 2 && !this.thorough && this.gamesIn(warmStart)) continue;
      let differs = start !== 1 || best === -Infinity;
      for (let k = 0; k < this.tactics; k++) {
        const base = this.clamp(k, this.productive[k]);
        const a = start === 0 ? this.clamp(k, warmStart![k]) : base;
        if (start === 1 && Math.abs(this.clamp(k, warmStart?.[k] ?? base) - base) > 1e-6) differs = true;
        this.trial[k] = a;
      }
      if (!differs) continue;
      this.allocation.reset(start === 0 ? warmStart : undefined);
      this.shrinkToBudget();
      this.refresh();
      if (start === 2 && !this.reachForJumps()) continue;
      this.climb();
      best = this.keep(best);
    }
    // Comparisons with NaN are all false, so that a search on it would quietly keep what it started from.
    if (!Number.isFinite(best)) throw new RangeError(`the objective of a decision is ${best}`);
    if (!this.thorough && !this.polished) return best;
    if (this.thorough && this.isRugged()) {
      // What all lines miss: climb from the best of many points that are spread over everything that is possible, then where an answer to cheaper gaming leads.
      for (let n = this.scatter() - 1; n >= 0; n--) {
        for (let k = 0; k < this.tactics; k++) this.trial[k] = this.kept[n * this.tactics + k];
        best = this.climbFrom(best);
      }
      if (this.canGame()) best = this.ease(best);
    }
    this.trial.set(this.intensity);
    this.refresh();
    this.polish();
    this.intensity.set(this.trial);
    return this.total;
  }

  /** Climbs from `trial`, the top of the piece of pay that it lies in first: a line would leave that for what it sees from afar. Keeps what is better, and returns the best value. */
  private climbFrom(best: number): number {
    this.allocation.reset();
    this.shrinkToBudget();
    this.refresh();
    this.stepProductive(true);
    this.climb();
    return this.keep(best);
  }

  /** Follows the answer from where gaming costs little to where it costs what it costs: what several tactics reach together no single step finds. Keeps what is better. */
  private ease(best: number): number {
    const { fixedGamingCost, fullCost } = this;
    fullCost.set(this.cost);
    this.trial.set(this.intensity);
    this.allocation.reset();
    for (const part of EASE) {
      this.fixedGamingCost = part * fixedGamingCost;
      for (let k = 0; k < this.tactics; k++) if (this.productive[k] === 0) this.cost[k] = part * fullCost[k];
      this.refresh();
      this.climb();
    }
    this.fixedGamingCost = fixedGamingCost;
    this.cost.set(fullCost);
    return this.keep(best);
  }

  private canGame(): boolean {
    for (let k = 0; k < this.tactics; k++) if (this.productive[k] === 0 && this.upper[k] > 0) return true;
    return false;
  }

  /** Takes `trial` for the answer where it is better than the best so far, and returns the best value. */
  private keep(best: number): number {
    if (!(best === -Infinity || this.total > best + 1e-12 * Math.abs(best))) return best;
    this.intensity.set(this.trial);
    return this.total;
  }

  /** Whether there may be several tops: kinks upwards, jumps, gates, or effects that bend. */
  private isRugged(): boolean {
    if (this.gateComponent.length > 0) return true;
    for (const curve of this.componentCurve)
      for (let i = 0; i < curve.knots.length; i++)
        if (curve.jumps[i] !== 0 || curve.slopeChanges[i] > 0) return true;
    return false;
  }

  /**
   * Values the objective at points of a low-discrepancy sequence within bounds and hours, and keeps the best few in `kept`, one of every piece of the pay: a top that lies
   * beyond a threshold is looked for even where points before it are worth more.
   *
   * @returns how many were kept
   * @source J. H. Halton, Numerische Mathematik 2 (1960) 84-90, for the sequence
   */
  private scatter(): number {
    const { tactics, kept, keptValue, keptPiece } = this;
    this.findRoom();
    let size = 0;
    for (let point = 1; point <= this.scattered; point++) {
      let dimension = 0;
      for (let k = 0; k < tactics; k++) {
        this.trial[k] = this.from[k];
        if (!(this.span[k] > 0)) continue;
        const u = radicalInverse(point, PRIMES[dimension++ % PRIMES.length]);
        // A gaming tactic that is not used at all is a likely part of an answer.
        const part = this.productive[k] === 0 ? Math.max(0, (u - 0.2) / 0.8) : u;
        this.trial[k] += this.span[k] * part;
      }
      this.shrinkToBudget();
      this.refresh();
      const piece = this.pieceOfPay();
      let place = 0;
      while (place < size && keptPiece[place] !== piece) place++;
      if (place === size && size < KEPT) keptValue[size++] = -Infinity;
      place = Math.min(place, KEPT - 1);
      if (!(this.total > keptValue[place])) continue;
      for (; place > 0 && keptValue[place - 1] < this.total; place--) {
        keptValue[place] = keptValue[place - 1];
        keptPiece[place] = keptPiece[place - 1];
        kept.copyWithin(place * tactics, (place - 1) * tactics, place * tactics);
      }
      keptValue[place] = this.total;
      keptPiece[place] = piece;
      for (let k = 0; k < tactics; k++) kept[place * tactics + k] = this.trial[k];
    }
    return size;
  }

  /** Between which kinks of the pay `trial` lies, as one number. */
  private pieceOfPay(): number {
    let piece = 0;
    for (let j = 0; j < this.componentRow.length; j++) {
      const { knots } = this.componentCurve[j];
      const now = this.metricNow(this.componentRow[j]);
      let below = 0;
      while (below < knots.length && knots[below] <= now) below++;
      piece = (31 * piece + below) | 0;
    }
    return piece;
  }

  /** Sets where points are spread: between bounds, or, where these are none, as far from the baseline as it takes to reach a kink or as the steepest pay could pull. */
  private findRoom(): void {
    for (let k = 0; k < this.tactics; k++) this.trial[k] = this.clamp(k, this.productive[k]);
    this.refresh();
    for (let k = 0; k < this.tactics; k++) {
      const baseline = this.trial[k];
      let low = this.lower[k];
      let high = this.upper[k];
      if (high - low > MOST_ROOM) {
        let reach = 0;
        for (let j = 0; j < this.componentRow.length; j++) {
          const r = this.componentRow[j];
          const slope = this.metricSlope(k, r);
          if (slope === 0) continue;
          const { knots, steepest } = this.componentCurve[j];
          const pull = (steepest * this.componentPayScale[j] * Math.abs(slope)) / this.cost[k];
          if (this.productive[k] === 1 && pull < Infinity) reach = Math.max(reach, pull);
          for (const knot of knots) {
            const needed = this.intensityFor(k, this.response[k] + (knot - this.metricNow(r)) / slope);
            reach = Math.max(reach, Math.abs(needed - baseline));
          }
        }
        if (reach === 0) reach = MOST_ROOM / 2;
        low = Math.max(low, baseline - BEYOND * reach);
        high = Math.min(high, baseline + BEYOND * reach);
      }
      this.from[k] = low;
      this.span[k] = high - low;
    }
  }

  /**
   * Newton's steps on everything that is off its bounds, from where the ascent ended: it stops where values hardly differ, which leaves the place itself known
   * to the square root of that only.
   */
  private polish(): void {
    const { tactics, origin } = this;
    this.newton ??= new NewtonStep(tactics);
    const { newton } = this;
    for (let iteration = 0; iteration < 6; iteration++) {
      newton.start(this.hoursLeft() < 1e-7 * (1 + Math.abs(this.hoursBudget)) ? this.hours : undefined);
      for (let k = 0; k < tactics; k++) {
        const a = this.trial[k];
        const h = STEP * (1 + Math.abs(a));
        if (a - this.lower[k] > 2 * h && this.upper[k] - a > 2 * h) newton.add(k, h);
      }
      if (newton.free === 0) break;
      for (let i = 0; i < newton.free; i++) {
        const k = newton.tactic[i];
        const h = newton.width[i];
        const a = this.trial[k];
        newton.setOwn(i, this.gainOf(k, a + h, 0), this.gainOf(k, a - h, 0));
        this.moveTo(k, a + h);
        for (let j = 0; j < i; j++) {
          const other = newton.tactic[j];
          const b = this.trial[other];
          const w = newton.width[j];
          newton.setCross(i, j, (this.gainOf(other, b + w, 0) - this.gainOf(other, b - w, 0)) / (2 * w));
        }
        this.moveTo(k, a);
      }
      if (!newton.solve()) break;
      origin.set(this.trial);
      const before = this.total;
      let largest = 0;
      for (let i = 0; i < newton.free; i++) {
        const k = newton.tactic[i];
        this.trial[k] = this.clamp(k, origin[k] + newton.step[i]);
        largest = Math.max(largest, Math.abs(newton.step[i]) / (1 + Math.abs(origin[k])));
      }
      this.refresh();
      if (
        !(this.total >= before - 1e-13 * (this.valueScale + Math.abs(before))) ||
        this.hoursLeft() < -1e-9
      ) {
        this.trial.set(origin);
        this.refresh();
        break;
      }
      if (largest < 1e-10) break;
    }
  }

  private gamesIn(intensity: Float64Array | undefined): boolean {
    return intensity?.some((a, k) => this.productive[k] === 0 && a > 1e-6) ?? false;
  }
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
