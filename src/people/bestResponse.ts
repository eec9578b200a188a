import { Ascent } from './ascent.ts';
import { NewtonStep } from './newtonStep.ts';

/** Points spread over what is possible in a thorough search, and how many of them are climbed from. */
const SCATTERED = 400;
const KEPT = 4;
/** Bounds farther apart than this are no bounds: points are spread near the lower one. */
const MOST_ROOM = 10;
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
/** Relative width of the differences in which curvature is measured. */
const STEP = 1e-4;

/**
 * The best response of one person: searches an objective for the intensities that are worth most. {@link solve} leaves them in `intensity`.
 */
export class BestResponse extends Ascent {
  /** How many points a thorough search of a rugged problem looks at first. */
  scattered = SCATTERED;
  /** The best points of {@link scatter}, best first, and their values. */
  private readonly kept: Float64Array;
  private readonly keptValue = new Float64Array(KEPT);
  private newton: NewtonStep | undefined;

  constructor(tactics: number, rows: number) {
    super(tactics, rows);
    this.kept = new Float64Array(KEPT * tactics);
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
      if (best === -Infinity || this.total > best + 1e-12 * Math.abs(best)) {
        best = this.total;
        this.intensity.set(this.trial);
      }
    }
    if (!this.thorough) return best;
    if (this.isRugged()) {
      // What all lines miss: climb from the best of many points that are spread over everything that is possible.
      for (let n = this.scatter() - 1; n >= 0; n--) {
        for (let k = 0; k < this.tactics; k++) this.trial[k] = this.kept[n * this.tactics + k];
        this.allocation.reset();
        this.refresh();
        this.climb();
        if (!(this.total > best + 1e-12 * Math.abs(best))) continue;
        best = this.total;
        this.intensity.set(this.trial);
      }
    }
    this.trial.set(this.intensity);
    this.refresh();
    this.polish();
    this.intensity.set(this.trial);
    return this.total;
  }

  /** Whether there may be several tops: kinks upwards, jumps, gates, or effects that bend. */
  private isRugged(): boolean {
    if (this.gateComponent.length > 0) return true;
    for (const curve of this.componentCurve)
      for (let i = 0; i < curve.knots.length; i++) if (curve.jumps[i] !== 0 || curve.slopeChanges[i] > 0) return true;
    return false;
  }

  /**
   * Values the objective at points of a low-discrepancy sequence within bounds and hours, and keeps the best few in `kept`.
   *
   * @returns how many were kept
   * @source J. H. Halton, Numerische Mathematik 2 (1960) 84-90, for the sequence
   */
  private scatter(): number {
    const { tactics, kept, keptValue } = this;
    let size = 0;
    for (let point = 1; point <= this.scattered; point++) {
      let dimension = 0;
      for (let k = 0; k < tactics; k++) {
        const room = this.upper[k] - this.lower[k];
        if (!(room > 0)) {
          this.trial[k] = this.lower[k];
          continue;
        }
        const u = radicalInverse(point, PRIMES[dimension++ % PRIMES.length]);
        // A gaming tactic that is not used at all is a likely part of an answer.
        const part = this.productive[k] === 0 ? Math.max(0, (u - 0.2) / 0.8) : u;
        this.trial[k] = this.lower[k] + Math.min(room, MOST_ROOM) * part;
      }
      this.shrinkToBudget();
      this.refresh();
      let place = size < KEPT ? size++ : KEPT - 1;
      if (place === KEPT - 1 && size === KEPT && point > KEPT && !(this.total > keptValue[place])) continue;
      for (; place > 0 && keptValue[place - 1] < this.total; place--) {
        keptValue[place] = keptValue[place - 1];
        kept.copyWithin(place * tactics, (place - 1) * tactics, place * tactics);
      }
      keptValue[place] = this.total;
      for (let k = 0; k < tactics; k++) kept[place * tactics + k] = this.trial[k];
    }
    return size;
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
      if (!(this.total >= before - 1e-13 * (this.valueScale + Math.abs(before))) || this.hoursLeft() < -1e-9) {
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
