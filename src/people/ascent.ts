import { log } from '../core/numeric/elementary.ts';
import { HoursAllocation } from './hoursAllocation.ts';
import { maximiseLine } from './maximiseLine.ts';
import { LEAST_DENOMINATOR, Objective } from './objective.ts';
import { QuadraticChoice } from './quadraticChoice.ts';

const SQRT_TWO_PI = 2.5066282746310002;
const MAX_ROUNDS = 8;

/**
 * Ascent on an {@link Objective} from where `trial` stands: by single tactics, by exchanges of two, and by all productive ones together.
 */
export class Ascent extends Objective {
  /** Whether to look for exchanges between tactics too: slower, and rarely of use from one week to the next. */
  thorough = true;
  protected readonly allocation: HoursAllocation;
  protected readonly origin: Float64Array;
  private componentSlope = new Float64Array(0);
  private gateSlope = new Float64Array(0);
  private readonly candidates = new Float64Array(64);
  private firstRound = true;
  private together: QuadraticChoice | undefined;
  private matrix: Float64Array | undefined;
  private lineTactic = 0;
  private lineFixedCost = 0;
  private readonly lineGain = (a: number) => this.gainOf(this.lineTactic, a, this.lineFixedCost);

  constructor(tactics: number, rows: number) {
    super(tactics, rows);
    this.allocation = new HoursAllocation(
      this.productive,
      this.cost,
      this.elasticity,
      this.hours,
      this.lower,
      this.upper,
    );
    this.origin = new Float64Array(tactics);
  }

  /** Makes room for the components and gates of the problem at hand. */
  protected prepare(): void {
    this.forgetResponses();
    this.findTouched();
    if (this.componentSlope.length !== this.componentRow.length) {
      this.componentSlope = new Float64Array(this.componentRow.length);
    }
    if (this.gateSlope.length !== this.gateRow.length) this.gateSlope = new Float64Array(this.gateRow.length);
  }

  /** Ascends from `trial`. */
  protected climb(): void {
    let anyProductive = false;
    let anyKnot = this.gateComponent.length > 0;
    for (let k = 0; k < this.tactics; k++) {
      if (this.productive[k] === 1 && this.upper[k] > this.lower[k]) anyProductive = true;
    }
    for (const curve of this.componentCurve) if (curve.knots.length > 0) anyKnot = true;
    let wide = anyKnot;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.firstRound = round === 0 || wide;
      const before = this.total;
      for (let k = 0; k < this.tactics; k++) {
        if (this.productive[k] === 0 || wide) this.searchLine(k);
      }
      wide = false;
      if (anyProductive) this.stepProductive(anyKnot);
      if (this.total - before > (anyKnot ? 1e-5 : 1e-8) * (this.valueScale + Math.abs(before))) continue;
      if (!anyKnot || !this.thorough || !this.exchange()) break;
      wide = true;
    }
  }

  /**
   * Moves that no single line can make: takes one tactic down and lets another answer, keeping what helps. Finds the cheaper
   * of two ways to one payment, and hours that are worth more elsewhere.
   */
  private exchange(): boolean {
    let helped = false;
    for (let i = 0; i < this.tactics; i++) {
      for (let j = 0; j < this.tactics; j++) {
        if (i === j || !(this.trial[i] > this.lower[i] + 1e-9) || !(this.upper[j] > this.lower[j])) continue;
        if (!this.shareComponent(i, j)) continue;
        const before = this.total;
        const from = this.trial[i];
        const other = this.trial[j];
        for (let part = 0; part < 2; part++) {
          this.moveTo(i, part === 0 ? this.lower[i] : (from + this.lower[i]) / 2);
          this.searchLine(j);
          if (this.total > before + 1e-6 * (this.valueScale + Math.abs(before))) {
            helped = true;
            break;
          }
          this.moveTo(i, from);
          this.moveTo(j, other);
        }
      }
    }
    return helped;
  }

  /** Best intensity of tactic k, the others fixed: every kink and jump is tried, then the best is polished between its neighbours. */
  private searchLine(k: number): void {
    const low = this.lower[k];
    let high = this.upper[k];
    const first = k * (this.componentRow.length + 1);
    const current = this.trial[k];
    if (this.hours[k] > 0) high = Math.min(high, current + Math.max(0, this.hoursLeft()) / this.hours[k]);
    if (!(high > low)) return;
    const worthNothing = this.touched[first] < 0 && !(this.shadow[k] > 0) && !(this.shadowBend[k] > 0);
    if (worthNothing && this.productive[k] === 0) {
      if (current > low) this.moveTo(k, low);
      return;
    }
    if (this.productive[k] === 0 && current === 0 && this.cannotPay(k)) return;
    const list = this.candidates;
    let size = 0;
    list[size++] = low;
    list[size++] = high;
    list[size++] = current;
    if (this.productive[k] === 1) list[size++] = 1;
    const uNow = this.response[k];
    const unitCost = Math.max(
      1e-9,
      this.productive[k] === 1 ? this.cost[k] * 0.1 : this.cost[k] - this.shadow[k],
    );
    let curved = this.productive[k] === 1;
    let bent = this.shadowBend[k] !== 0;
    for (let i = 0; this.touched[first + i] >= 0; i++) {
      const j = this.touched[first + i];
      const r = this.componentRow[j];
      const slope = this.metricSlope(k, r);
      const curve = this.componentCurve[j];
      if (this.bendNumerator[k * this.rows + r] !== 0 || this.bendDenominator[k * this.rows + r] !== 0)
        bent = true;
      if (slope !== 0) {
        const now = this.metricAt(r, k, 0);
        if (curve.knots.length > 0 || this.denominator[r] !== 0) curved = true;
        for (let knot = 0; knot < curve.knots.length && size < 56; knot++) {
          const needed = uNow + (curve.knots[knot] - now) / slope;
          list[size++] = this.intensityFor(k, needed);
          const jump = Math.abs(curve.jumps[knot]) * this.componentPayScale[j];
          if (jump > 0 && this.sd[r] > 0) {
            const spread = this.sd[r] / Math.abs(slope);
            const ratio = jump / (unitCost * spread * SQRT_TWO_PI);
            if (ratio > 1) list[size++] = this.intensityFor(k, needed + spread * Math.sqrt(2 * log(ratio)));
          }
        }
      }
      for (let g = 0; g < this.gateRow.length && size < 60; g++) {
        if (this.gateComponent[g] !== j) continue;
        const gateSlope = this.metricSlope(k, this.gateRow[g]);
        if (gateSlope === 0) continue;
        curved = true;
        bent = true;
        const level = this.gateLevel[g] + 1.5 * this.gateSign[g] * this.sd[this.gateRow[g]];
        list[size++] = this.intensityFor(k, uNow + (level - this.metricNow(this.gateRow[g])) / gateSlope);
      }
    }
    if (bent) {
      curved = true;
      for (let part = 1; part < 8 && size < 62; part++)
        list[size++] = low + ((high - low) * part * part) / 64;
    }
    const fixedCost =
      this.productive[k] === 0 && this.fixedGamingCost > 0 && !this.otherGaming(k) ? this.fixedGamingCost : 0;
    let best = current;
    let bestGain = 0;
    for (let c = 0; c < size; c++) {
      const a = Math.min(high, Math.max(low, list[c]));
      list[c] = a;
      if (a === current) continue;
      const gain = this.gainOf(k, a, fixedCost);
      if (gain > bestGain) {
        bestGain = gain;
        best = a;
      }
    }
    const again = this.thorough ? bent || (this.productive[k] === 0 && best !== 0) : bent && this.firstRound;
    if (curved && (best !== current || again)) {
      let left = low;
      let right = high;
      for (let c = 0; c < size; c++) {
        const a = list[c];
        if (a < best && a > left) left = a;
        if (a > best && a < right) right = a;
      }
      this.lineTactic = k;
      this.lineFixedCost = fixedCost;
      best = maximiseLine(this.lineGain, left, best, right, bestGain, this.valueScale);
    }
    if (best !== current) this.moveTo(k, best);
  }

  /**
   * Whether a gaming tactic that is not used costs more than the most it could bring: a certainty equivalent rises by no more than the steepest slope of the pay, whatever the
   * forecast, and a bent effect by no more than its chord. False where that is not known at once.
   */
  protected cannotPay(k: number): boolean {
    if (this.gateRow.length > 0 || this.joint !== undefined) return false;
    const most = this.upper[k];
    let gain = chord(this.shadow[k], this.shadowBend[k], most) - this.cost[k];
    const first = k * (this.componentRow.length + 1);
    for (let i = 0; this.touched[first + i] >= 0 && gain <= 0; i++) {
      const j = this.touched[first + i];
      const r = this.componentRow[j];
      const at = k * this.rows + r;
      const { steepest } = this.componentCurve[j];
      const ratio = this.denominator[r] === 0 ? 0 : this.metricNow(r);
      if (!(steepest < Infinity) || !(ratio >= 0)) return false;
      // Below the floor of a denominator the metric does not move with it.
      if (this.rowBottom[r] < LEAST_DENOMINATOR * this.denominator[r]) return false;
      const rise = chord(
        this.effectNumerator[at] - ratio * this.effectDenominator[at],
        this.bendNumerator[at] - ratio * this.bendDenominator[at],
        most,
      );
      if (!(rise > 0)) continue;
      let divisor = 1;
      if (this.denominator[r] !== 0) {
        const fall = chord(-this.effectDenominator[at], -this.bendDenominator[at], most);
        const least = this.rowBottom[r] - (fall > 0 ? most * fall : 0);
        divisor = Math.max(least, LEAST_DENOMINATOR * this.denominator[r]);
      }
      gain += (this.componentPayScale[j] * steepest * rise) / divisor;
    }
    return gain <= 0;
  }

  /** Raises tactics, the cheapest first, until the row of every unreached jump is well past it; false if there is none to reach for. */
  protected reachForJumps(): boolean {
    let any = false;
    for (let j = 0; j < this.componentRow.length; j++) {
      const r = this.componentRow[j];
      const curve = this.componentCurve[j];
      for (let i = 0; i < curve.knots.length; i++) {
        if (curve.jumps[i] * this.componentPayScale[j] <= 0) continue;
        const goal = curve.knots[i] + 2 * this.sd[r];
        for (let turn = 0; turn < this.tactics && this.metricNow(r) < goal; turn++) {
          const k = this.cheapestFor(r);
          if (k < 0) break;
          const needed = this.response[k] + (goal - this.metricNow(r)) / this.metricSlope(k, r);
          this.moveTo(k, this.clamp(k, Math.max(this.trial[k], this.intensityFor(k, needed))));
          any = true;
        }
      }
    }
    if (any && this.hoursLeft() < 0) {
      this.shrinkToBudget();
      this.refresh();
    }
    return any;
  }

  /** The tactic that raises a row for the least money and still can; -1 if there is none. */
  private cheapestFor(r: number): number {
    let cheapest = -1;
    let price = Infinity;
    for (let k = 0; k < this.tactics; k++) {
      const slope = this.metricSlope(k, r);
      if (!(slope > 0) || !(this.upper[k] - this.trial[k] > 1e-9)) continue;
      const each = (this.productive[k] === 1 ? this.cost[k] : this.cost[k] - this.shadow[k]) / slope;
      if (each < price) {
        price = each;
        cheapest = k;
      }
    }
    return cheapest;
  }

  /** The same where productive tactics make each other costs: responses are straight lines then, and the answer is exact. */
  private fitTogether(): void {
    const { tactics, crossCost } = this;
    this.together ??= new QuadraticChoice(tactics);
    this.matrix ??= new Float64Array(tactics * tactics);
    const { together, matrix } = this;
    together.budget = this.hoursBudget;
    for (let k = 0; k < tactics; k++) {
      const moves = this.productive[k] === 1;
      if (moves && this.elasticity[k] !== 1)
        throw new RangeError('costs between tactics need elasticities of 1');
      together.slope[k] = moves ? this.allocation.slope[k] : 0;
      together.lower[k] = moves ? this.lower[k] - 1 : 0;
      together.upper[k] = moves ? this.upper[k] - 1 : 0;
      together.hours[k] = moves ? this.hours[k] : 0;
      together.budget -= together.hours[k];
      for (let i = 0; i < tactics; i++) {
        const both = moves && this.productive[i] === 1;
        matrix[k * tactics + i] =
          i === k ? (moves ? this.cost[k] : 1) : both ? crossCost![k * tactics + i] : 0;
      }
    }
    together.solve(matrix);
    for (let k = 0; k < tactics; k++) this.allocation.goal[k] = 1 + together.change[k];
  }

  /** All productive tactics together: solves the first-order conditions at the present slopes, halving the step until it helps. */
  protected stepProductive(anyKnot: boolean): void {
    const { tactics, origin } = this;
    const { slope: gradient, goal } = this.allocation;
    for (let iteration = 0; iteration < 4; iteration++) {
      for (let j = 0; j < this.componentRow.length; j++) {
        this.componentSlope[j] = this.componentPayScale[j] === 0 ? 0 : this.paySlope(j);
      }
      for (let g = 0; g < this.gateRow.length; g++) this.gateSlope[g] = this.gatePull(g);
      for (let k = 0; k < tactics; k++) {
        if (this.productive[k] === 0) continue;
        let g = this.shadow[k];
        const at = k * (this.componentRow.length + 1);
        for (let i = 0; this.touched[at + i] >= 0; i++) {
          const j = this.touched[at + i];
          const slope = this.metricSlope(k, this.componentRow[j]);
          if (slope !== 0) g += slope * this.componentSlope[j];
        }
        for (let i = 0; i < this.gateRow.length; i++)
          g += this.gateSlope[i] * this.metricSlope(k, this.gateRow[i]);
        gradient[k] = g;
      }
      if (this.crossCost === undefined) {
        this.allocation.budget = this.hoursBudget;
        this.allocation.fit();
      } else this.fitTogether();
      let moved = 0;
      for (let k = 0; k < tactics; k++) {
        origin[k] = this.trial[k];
        if (this.productive[k] === 0) goal[k] = this.trial[k];
        moved = Math.max(moved, Math.abs(goal[k] - origin[k]));
      }
      if (moved < 1e-7) return;
      const before = this.total;
      let gained = 0;
      for (let step = 1; step > 0.01; step /= 2) {
        for (let k = 0; k < tactics; k++)
          this.trial[k] = this.clamp(k, origin[k] + step * (goal[k] - origin[k]));
        this.refresh();
        gained = this.total - before;
        if (gained > 0) break;
      }
      if (!(gained > 0)) {
        this.trial.set(origin);
        this.refresh();
        return;
      }
      if (gained < (anyKnot ? 1e-6 : 1e-10) * (this.valueScale + Math.abs(before))) return;
    }
  }
}

/** Largest c with u (effect + bend u) <= c u for all u from 0 to `most`. */
function chord(effect: number, bend: number, most: number): number {
  return bend > 0 ? effect + bend * most : effect;
}
