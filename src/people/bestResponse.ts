import { log, pow } from '../core/numeric/elementary.ts';
import { normalCdf } from '../core/numeric/normal.ts';
import { certaintyEquivalent, expectedPayoutSlope, type PayoutCurve } from '../plans/payoutCurve.ts';
import { HoursAllocation } from './hoursAllocation.ts';
import { maximiseLine } from './maximiseLine.ts';

const SQRT_TWO_PI = 2.5066282746310002;
const MAX_ROUNDS = 8;
/** A ratio's denominator is not believed to fall below this part of its forecast: effects are measured nearby, not there. */
const LEAST_DENOMINATOR = 0.25;

/**
 * One decision of one person: which intensities of the available tactics maximise
 *
 *   sum_j payScale_j CE[P_j(x_j)] prod_gates P(gate met) + sum_k (shadow_k u_k + shadowBend_k u_k^2)
 *     - sum_productive 1/2 cost_k (a_k - 1)^2 - sum_gaming cost_k a_k - fixedGamingCost 1{any gaming}
 *
 * subject to bounds and an hours budget. Row r is a forecast metric: x_r = (num_r + sum_k u_k effectNum_kr) / (den_r + ...),
 * normal with deviation sd_r; a numerator and a denominator may also bend with the square of a response (crowding). A productive tactic has intensity a (1 = baseline) and response u = a^elasticity - 1; a gaming
 * tactic has u = a (units of hollow amount).
 *
 * The arrays are filled by the caller; {@link solve} leaves the best intensities in {@link intensity}. Nothing is allocated while solving.
 */
export class BestResponse {
  readonly tactics: number;
  readonly rows: number;
  /** Components: the row that each pays on, its curve, a factor on its value. */
  componentRow: number[] = [];
  componentCurve: PayoutCurve[] = [];
  componentPayScale: number[] = [];
  /** Gates: the component each belongs to, its row, level, and +1 (at least) or -1 (at most). */
  gateComponent: number[] = [];
  gateRow: number[] = [];
  gateLevel: number[] = [];
  gateSign: number[] = [];

  readonly numerator: Float64Array;
  /** 0 where the metric is not a ratio. */
  readonly denominator: Float64Array;
  readonly sd: Float64Array;
  /** [tactic * rows + row] */
  readonly effectNumerator: Float64Array;
  readonly effectDenominator: Float64Array;
  /** Effects of the squared response, likewise: crowding when negative. */
  readonly bendNumerator: Float64Array;
  readonly bendDenominator: Float64Array;

  readonly productive: Uint8Array;
  readonly elasticity: Float64Array;
  readonly cost: Float64Array;
  readonly shadow: Float64Array;
  /** The same for the squared response: later worth that crowds, in dollars. */
  readonly shadowBend: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Hours that intensity 1 takes; gaming tactics take none. */
  readonly hours: Float64Array;
  hoursBudget = Infinity;
  fixedGamingCost = 0;
  riskAversionPerUsd = 0;
  /** Whether to look for exchanges between tactics too: slower, and rarely of use from one week to the next. */
  thorough = true;
  /** Size of the pay at stake, in dollars: improvements far below it are not pursued. */
  valueScale = 1;

  /** The answer of the last {@link solve}. */
  readonly intensity: Float64Array;

  private readonly trial: Float64Array;
  /** Responses at `trial`, rows at `trial`, value of each component at `trial`. */
  private readonly response: Float64Array;
  private readonly rowTop: Float64Array;
  private readonly rowBottom: Float64Array;
  private componentValue = new Float64Array(0);
  private componentSlope = new Float64Array(0);
  private total = 0;
  /** Components that tactic k touches, directly or through a gate: [k * components + i], ended by -1. */
  private touched = new Int32Array(0);
  private readonly allocation: HoursAllocation;
  private readonly origin: Float64Array;
  private readonly candidates = new Float64Array(64);
  private lineTactic = 0;
  private lineFixedCost = 0;
  private readonly lineGain = (a: number) => this.gainOf(this.lineTactic, a, this.lineFixedCost);

  constructor(tactics: number, rows: number) {
    this.tactics = tactics;
    this.rows = rows;
    this.numerator = new Float64Array(rows);
    this.denominator = new Float64Array(rows);
    this.sd = new Float64Array(rows);
    this.effectNumerator = new Float64Array(rows * tactics);
    this.effectDenominator = new Float64Array(rows * tactics);
    this.bendNumerator = new Float64Array(rows * tactics);
    this.bendDenominator = new Float64Array(rows * tactics);
    this.productive = new Uint8Array(tactics);
    this.elasticity = new Float64Array(tactics).fill(1);
    this.cost = new Float64Array(tactics);
    this.shadow = new Float64Array(tactics);
    this.shadowBend = new Float64Array(tactics);
    this.lower = new Float64Array(tactics);
    this.upper = new Float64Array(tactics);
    this.hours = new Float64Array(tactics);
    this.intensity = new Float64Array(tactics);
    this.trial = new Float64Array(tactics);
    this.response = new Float64Array(tactics);
    this.rowTop = new Float64Array(rows);
    this.rowBottom = new Float64Array(rows);
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

  /** Response to a productive intensity: a^elasticity - 1, which is 0 at the baseline. */
  static responseTo(a: number, elasticity: number): number {
    return a === 1 ? 0 : pow(a, elasticity) - 1;
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
    this.findTouched();
    this.allocation.reset();
    let best = -Infinity;
    for (let start = 0; start < 3; start++) {
      if (start === 0 && warmStart === undefined) continue;
      let differs = start !== 1 || best === -Infinity;
      for (let k = 0; k < this.tactics; k++) {
        const base = this.clamp(k, this.productive[k]);
        const a = start === 0 ? this.clamp(k, warmStart![k]) : base;
        if (start === 1 && Math.abs(this.clamp(k, warmStart?.[k] ?? base) - base) > 1e-6) differs = true;
        this.trial[k] = a;
      }
      if (!differs) continue;
      this.shrinkToBudget();
      this.refresh();
      if (start === 2 && !this.reachForJumps()) continue;
      this.climb();
      if (best === -Infinity || this.total > best + 1e-12 * Math.abs(best)) {
        best = this.total;
        this.intensity.set(this.trial);
      }
    }
    return best;
  }

  /** Value of the objective at given intensities (budget and bounds are not checked), in dollars. */
  valueAt(intensity: Float64Array): number {
    this.trial.set(intensity);
    this.refresh();
    return this.total;
  }

  private clamp(k: number, a: number): number {
    return Math.min(this.upper[k], Math.max(this.lower[k], a));
  }

  private responseOf(k: number, a: number): number {
    return this.productive[k] === 1 ? BestResponse.responseTo(a, this.elasticity[k]) : a;
  }

  private intensityFor(k: number, u: number): number {
    if (this.productive[k] === 0) return Math.max(0, u);
    return u > -1 ? pow(1 + u, 1 / this.elasticity[k]) : 0;
  }

  private findTouched(): void {
    const components = this.componentRow.length;
    if (this.touched.length !== this.tactics * (components + 1)) {
      this.touched = new Int32Array(this.tactics * (components + 1));
      this.componentValue = new Float64Array(components);
      this.componentSlope = new Float64Array(components);
    }
    for (let k = 0; k < this.tactics; k++) {
      let size = 0;
      for (let j = 0; j < components; j++) {
        if (this.componentPayScale[j] === 0) continue;
        let touches = this.movesRow(k, this.componentRow[j]);
        for (let g = 0; g < this.gateRow.length; g++) {
          if (this.gateComponent[g] === j && this.movesRow(k, this.gateRow[g])) touches = true;
        }
        if (touches) this.touched[k * (components + 1) + size++] = j;
      }
      this.touched[k * (components + 1) + size] = -1;
    }
  }

  private movesRow(k: number, r: number): boolean {
    const at = k * this.rows + r;
    return (
      this.effectNumerator[at] !== 0 ||
      this.effectDenominator[at] !== 0 ||
      this.bendNumerator[at] !== 0 ||
      this.bendDenominator[at] !== 0
    );
  }

  /** Recomputes everything that hangs on `trial`. */
  private refresh(): void {
    const { rows, tactics, rowTop, rowBottom } = this;
    if (this.componentValue.length !== this.componentRow.length) this.findTouched();
    rowTop.set(this.numerator);
    rowBottom.set(this.denominator);
    for (let k = 0; k < tactics; k++) {
      const u = this.responseOf(k, this.trial[k]);
      this.response[k] = u;
      if (u === 0) continue;
      for (let r = 0; r < rows; r++) {
        const at = k * rows + r;
        rowTop[r] += u * (this.effectNumerator[at] + u * this.bendNumerator[at]);
        rowBottom[r] += u * (this.effectDenominator[at] + u * this.bendDenominator[at]);
      }
    }
    let value = 0;
    for (let j = 0; j < this.componentRow.length; j++) {
      this.componentValue[j] = this.componentPayScale[j] === 0 ? 0 : this.componentAt(j, 0, 0);
      value += this.componentValue[j];
    }
    this.total = value - this.costOfAll();
  }

  /** Metric of row r when tactic k's response changes by du from `trial`. */
  private metricAt(r: number, k: number, du: number): number {
    if (du === 0) return this.metricNow(r);
    const at = k * this.rows + r;
    const span = 2 * this.response[k] + du;
    const top = this.rowTop[r] + du * (this.effectNumerator[at] + span * this.bendNumerator[at]);
    if (this.denominator[r] === 0) return top;
    const bottom = this.rowBottom[r] + du * (this.effectDenominator[at] + span * this.bendDenominator[at]);
    return top / Math.max(bottom, LEAST_DENOMINATOR * this.denominator[r]);
  }

  private metricNow(r: number): number {
    if (this.denominator[r] === 0) return this.rowTop[r];
    return this.rowTop[r] / Math.max(this.rowBottom[r], LEAST_DENOMINATOR * this.denominator[r]);
  }

  /** Value of component j, in dollars, when tactic k's response changes by du. */
  private componentAt(j: number, k: number, du: number): number {
    const r = this.componentRow[j];
    const pay = certaintyEquivalent(
      this.componentCurve[j],
      this.metricAt(r, k, du),
      this.sd[r],
      this.riskAversionPerUsd,
    );
    return this.componentPayScale[j] * pay * (this.gateComponent.length > 0 ? this.gateChance(j, k, du) : 1);
  }

  private gateChance(j: number, k: number, du: number): number {
    let chance = 1;
    for (let g = 0; g < this.gateComponent.length; g++) {
      if (this.gateComponent[g] !== j) continue;
      const r = this.gateRow[g];
      const gap = (this.metricAt(r, k, du) - this.gateLevel[g]) * this.gateSign[g];
      chance *= this.sd[r] > 0 ? normalCdf(gap / this.sd[r]) : gap >= 0 ? 1 : 0;
    }
    return chance;
  }

  private costOfAll(): number {
    let cost = 0;
    let gaming = false;
    for (let k = 0; k < this.tactics; k++) {
      cost += this.costOf(k, this.trial[k], this.response[k]);
      if (this.productive[k] === 0 && this.trial[k] > 0) gaming = true;
    }
    return gaming ? cost + this.fixedGamingCost : cost;
  }

  /** Cost of one tactic less its worth in later periods, without the fixed cost of gaming. */
  private costOf(k: number, a: number, u: number): number {
    const direct = this.productive[k] === 1 ? 0.5 * this.cost[k] * (a - 1) * (a - 1) : this.cost[k] * a;
    return direct - (this.shadow[k] + this.shadowBend[k] * u) * u;
  }

  private otherGaming(k: number): boolean {
    for (let i = 0; i < this.tactics; i++) if (i !== k && this.productive[i] === 0 && this.trial[i] > 0) return true;
    return false;
  }

  /** Change of the objective when tactic k moves to intensity a, the others fixed. */
  private gainOf(k: number, a: number, fixedCost: number): number {
    const u = this.responseOf(k, a);
    const du = u - this.response[k];
    let gain = this.costOf(k, this.trial[k], this.response[k]) - this.costOf(k, a, u);
    if (fixedCost > 0) gain -= (a > 0 ? fixedCost : 0) - (this.trial[k] > 0 ? fixedCost : 0);
    const at = k * (this.componentRow.length + 1);
    for (let i = 0; this.touched[at + i] >= 0; i++) {
      const j = this.touched[at + i];
      gain += this.componentAt(j, k, du) - this.componentValue[j];
    }
    return gain;
  }

  private moveTo(k: number, a: number): void {
    const u = this.responseOf(k, a);
    const du = u - this.response[k];
    const span = 2 * this.response[k] + du;
    for (let r = 0; r < this.rows; r++) {
      const at = k * this.rows + r;
      this.rowTop[r] += du * (this.effectNumerator[at] + span * this.bendNumerator[at]);
      this.rowBottom[r] += du * (this.effectDenominator[at] + span * this.bendDenominator[at]);
    }
    this.trial[k] = a;
    this.response[k] = u;
    let value = 0;
    const list = k * (this.componentRow.length + 1);
    for (let i = 0; this.touched[list + i] >= 0; i++) {
      const j = this.touched[list + i];
      this.componentValue[j] = this.componentAt(j, k, 0);
    }
    for (let j = 0; j < this.componentValue.length; j++) value += this.componentValue[j];
    this.total = value - this.costOfAll();
  }

  private hoursLeft(): number {
    let left = this.hoursBudget;
    for (let k = 0; k < this.tactics; k++) left -= this.hours[k] * this.trial[k];
    return left;
  }

  private shrinkToBudget(): void {
    const over = -this.hoursLeft();
    if (!(over > 1e-9)) return;
    let total = 0;
    for (let k = 0; k < this.tactics; k++) total += this.hours[k] * (this.trial[k] - this.lower[k]);
    const keep = total > 0 ? Math.max(0, 1 - over / total) : 0;
    for (let k = 0; k < this.tactics; k++) {
      if (this.hours[k] > 0) this.trial[k] = this.lower[k] + (this.trial[k] - this.lower[k]) * keep;
    }
  }

  /** Ascends from `trial`. */
  private climb(): void {
    let anyProductive = false;
    let anyKnot = this.gateComponent.length > 0;
    for (let k = 0; k < this.tactics; k++) {
      if (this.productive[k] === 1 && this.upper[k] > this.lower[k]) anyProductive = true;
    }
    for (const curve of this.componentCurve) if (curve.knots.length > 0) anyKnot = true;
    let wide = anyKnot;
    for (let round = 0; round < MAX_ROUNDS; round++) {
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

  private shareComponent(i: number, j: number): boolean {
    const width = this.componentRow.length + 1;
    for (let a = i * width; this.touched[a] >= 0; a++) {
      for (let b = j * width; this.touched[b] >= 0; b++) if (this.touched[a] === this.touched[b]) return true;
    }
    return false;
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
    const list = this.candidates;
    let size = 0;
    list[size++] = low;
    list[size++] = high;
    list[size++] = current;
    if (this.productive[k] === 1) list[size++] = 1;
    const uNow = this.response[k];
    const unitCost = Math.max(1e-9, this.productive[k] === 1 ? this.cost[k] * 0.1 : this.cost[k] - this.shadow[k]);
    let curved = this.productive[k] === 1;
    let bent = this.shadowBend[k] !== 0;
    for (let i = 0; this.touched[first + i] >= 0; i++) {
      const j = this.touched[first + i];
      const r = this.componentRow[j];
      const slope = this.metricSlope(k, r);
      const curve = this.componentCurve[j];
      if (this.bendNumerator[k * this.rows + r] !== 0 || this.bendDenominator[k * this.rows + r] !== 0) bent = true;
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
      for (let part = 1; part < 8 && size < 62; part++) list[size++] = low + ((high - low) * part * part) / 64;
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
    if (curved && (bent || (this.productive[k] === 1 ? best !== current : best !== 0))) {
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

  /** Derivative of row r's metric by the response of tactic k. */
  private metricSlope(k: number, r: number): number {
    const at = k * this.rows + r;
    const twice = 2 * this.response[k];
    const n = this.effectNumerator[at] + twice * this.bendNumerator[at];
    if (this.denominator[r] === 0) return n;
    const floor = LEAST_DENOMINATOR * this.denominator[r];
    const d = this.rowBottom[r];
    if (d <= floor) return n / floor;
    return (n - this.metricNow(r) * (this.effectDenominator[at] + twice * this.bendDenominator[at])) / d;
  }

  /** Raises tactics, the cheapest first, until the row of every unreached jump is well past it; false if there is none to reach for. */
  private reachForJumps(): boolean {
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

  /** All productive tactics together: solves the first-order conditions at the present slopes, halving the step until it helps. */
  private stepProductive(anyKnot: boolean): void {
    const { tactics, origin } = this;
    const { slope: gradient, goal } = this.allocation;
    for (let iteration = 0; iteration < 4; iteration++) {
      for (let j = 0; j < this.componentRow.length; j++) {
        this.componentSlope[j] = this.componentPayScale[j] === 0 ? 0 : this.paySlope(j);
      }
      for (let k = 0; k < tactics; k++) {
        if (this.productive[k] === 0) continue;
        let g = this.shadow[k];
        const at = k * (this.componentRow.length + 1);
        for (let i = 0; this.touched[at + i] >= 0; i++) {
          const j = this.touched[at + i];
          const slope = this.metricSlope(k, this.componentRow[j]);
          if (slope !== 0) g += slope * this.componentSlope[j];
        }
        gradient[k] = g;
      }
      this.allocation.budget = this.hoursBudget;
      this.allocation.fit();
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
        for (let k = 0; k < tactics; k++) this.trial[k] = origin[k] + step * (goal[k] - origin[k]);
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

  /** Derivative of component j's value by its metric, gates held. */
  private paySlope(j: number): number {
    const r = this.componentRow[j];
    const curve = this.componentCurve[j];
    const x = this.metricAt(r, 0, 0);
    const sd = this.sd[r];
    let slope: number;
    if (this.riskAversionPerUsd > 0 && sd > 0 && curve.knots.length > 0) {
      const h = 1e-3 * sd;
      const up = certaintyEquivalent(curve, x + h, sd, this.riskAversionPerUsd);
      slope = (up - certaintyEquivalent(curve, x - h, sd, this.riskAversionPerUsd)) / (2 * h);
    } else slope = expectedPayoutSlope(curve, x, sd);
    return slope * this.componentPayScale[j] * (this.gateComponent.length > 0 ? this.gateChance(j, 0, 0) : 1);
  }
}
