import { pow } from '../core/numeric/elementary.ts';
import { normalCdf, normalDensity } from '../core/numeric/normal.ts';
import { certaintyEquivalent, certaintyEquivalentSlope, type PayoutCurve } from '../plans/payoutCurve.ts';

/** A ratio's denominator is not believed to fall below this part of its forecast: effects are measured nearby, not there. */
export const LEAST_DENOMINATOR = 0.25;

/**
 * One decision of one person: which intensities of the available tactics maximise
 *
 *   sum_j payScale_j CE[P_j(x_j)] prod_gates P(gate met) + sum_k (shadow_k u_k + shadowBend_k u_k^2)
 *     - sum_productive 1/2 cost_k (a_k - 1)^2 - sum_{k<i} crossCost_ki (a_k - 1)(a_i - 1) - sum_gaming cost_k a_k - fixedGamingCost 1{any gaming}
 *
 * subject to bounds and an hours budget. Row r is a forecast metric: x_r = (num_r + sum_k u_k effectNum_kr) / (den_r + ...),
 * Where pay does not come apart ({@link joint}), its joint certainty equivalent stands in place of the sum over components. x_r is
 * normal with deviation sd_r; a numerator and a denominator may also bend with the square of a response (crowding). A productive tactic has intensity a (1 = baseline) and response u = a^elasticity - 1; a gaming
 * tactic has u = a (units of hollow amount).
 *
 * The arrays are filled by the caller. Nothing is allocated while searching.
 */
export class Objective {
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

  /**
   * Worth of all pay at given means of the rows, in dollars, where components do not come apart (correlated noise, caps on the total): then the curves above only say where to look,
   * and gates are part of it.
   */
  joint: ((means: Float64Array) => number) | undefined;

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
  /** Productive tactics: cost of one part more than baseline, quadratic; gaming tactics: cost of one unit. In dollars. */
  readonly cost: Float64Array;
  /**
   * Costs that productive tactics make each other, in dollars: [tactic * tactics + tactic], symmetric; its diagonal is not read. Positive: substitutes,
   * negative: complements. Absent: none.
   */
  crossCost: Float64Array | undefined;
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
  /** Size of the pay at stake, in dollars: improvements far below it are not pursued. */
  valueScale = 1;

  /** The answer of the last {@link solve}. */
  readonly intensity: Float64Array;

  private readonly means: Float64Array;
  protected readonly trial: Float64Array;
  /** Responses at `trial`, rows at `trial`, value of each component at `trial`. */
  protected readonly response: Float64Array;
  protected readonly rowTop: Float64Array;
  protected readonly rowBottom: Float64Array;
  protected componentValue = new Float64Array(0);
  protected total = 0;
  /** Components that tactic k touches, directly or through a gate: [k * components + i], ended by -1. */
  protected touched = new Int32Array(0);

  constructor(tactics: number, rows: number) {
    this.tactics = tactics;
    this.rows = rows;
    this.means = new Float64Array(rows);
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
    this.knownIntensity = new Float64Array(tactics).fill(NaN);
    this.knownResponse = new Float64Array(tactics);
    this.response = new Float64Array(tactics);
    this.rowTop = new Float64Array(rows);
    this.rowBottom = new Float64Array(rows);
  }

  /** Response to a productive intensity: a^elasticity - 1, which is 0 at the baseline. */
  static responseTo(a: number, elasticity: number): number {
    return elasticity === 1 || a === 1 ? a - 1 : pow(a, elasticity) - 1;
  }

  /** Value of the objective at given intensities (budget and bounds are not checked), in dollars. */
  valueAt(intensity: Float64Array): number {
    this.trial.set(intensity);
    this.forgetResponses();
    this.refresh();
    return this.total;
  }

  /** Intensity at which a tactic's response was worked out last, and that response: most stay where they are. */
  private readonly knownIntensity: Float64Array;
  private readonly knownResponse: Float64Array;

  protected clamp(k: number, a: number): number {
    return Math.min(this.upper[k], Math.max(this.lower[k], a));
  }

  protected responseOf(k: number, a: number): number {
    if (this.productive[k] === 0) return a;
    if (this.knownIntensity[k] !== a) {
      this.knownIntensity[k] = a;
      this.knownResponse[k] = Objective.responseTo(a, this.elasticity[k]);
    }
    return this.knownResponse[k];
  }

  /** To be called when elasticities may have changed. */
  protected forgetResponses(): void {
    this.knownIntensity.fill(NaN);
  }

  protected intensityFor(k: number, u: number): number {
    if (this.productive[k] === 0) return Math.max(0, u);
    if (this.elasticity[k] === 1) return 1 + u;
    return u > -1 ? pow(1 + u, 1 / this.elasticity[k]) : 0;
  }

  protected findTouched(): void {
    const components = this.componentRow.length;
    if (this.touched.length !== this.tactics * (components + 1)) {
      this.touched = new Int32Array(this.tactics * (components + 1));
      this.componentValue = new Float64Array(components);
    }
    for (let k = 0; k < this.tactics; k++) {
      let size = 0;
      for (let j = 0; j < components; j++) {
        if (this.componentPayScale[j] === 0) continue;
        let touches = this.movesRow(k, this.componentRow[j]);
        for (let g = 0; g < this.gateRow.length; g++) {
          if (this.gateComponent[g] === j && this.movesRow(k, this.gateRow[g])) touches = true;
        }
        // All joint pay is booked under the first component.
        if (this.joint !== undefined && j === 0)
          for (let r = 0; r < this.rows; r++) if (this.movesRow(k, r)) touches = true;
        if (touches) this.touched[k * (components + 1) + size++] = j;
      }
      this.touched[k * (components + 1) + size] = -1;
    }
  }

  protected movesRow(k: number, r: number): boolean {
    const at = k * this.rows + r;
    return (
      this.effectNumerator[at] !== 0 ||
      this.effectDenominator[at] !== 0 ||
      this.bendNumerator[at] !== 0 ||
      this.bendDenominator[at] !== 0
    );
  }

  /** Recomputes everything that hangs on `trial`. */
  protected refresh(): void {
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
  protected metricAt(r: number, k: number, du: number): number {
    if (du === 0) return this.metricNow(r);
    const at = k * this.rows + r;
    const span = 2 * this.response[k] + du;
    const top = this.rowTop[r] + du * (this.effectNumerator[at] + span * this.bendNumerator[at]);
    if (this.denominator[r] === 0) return top;
    const bottom = this.rowBottom[r] + du * (this.effectDenominator[at] + span * this.bendDenominator[at]);
    return top / Math.max(bottom, LEAST_DENOMINATOR * this.denominator[r]);
  }

  protected metricNow(r: number): number {
    if (this.denominator[r] === 0) return this.rowTop[r];
    return this.rowTop[r] / Math.max(this.rowBottom[r], LEAST_DENOMINATOR * this.denominator[r]);
  }

  /** Value of component j, in dollars, when tactic k's response changes by du. */
  protected componentAt(j: number, k: number, du: number): number {
    if (this.joint !== undefined) {
      if (j > 0) return 0;
      for (let r = 0; r < this.rows; r++) this.means[r] = this.metricAt(r, k, du);
      return this.joint(this.means);
    }
    const r = this.componentRow[j];
    const pay = certaintyEquivalent(
      this.componentCurve[j],
      this.metricAt(r, k, du),
      this.sd[r],
      this.riskAversionPerUsd,
    );
    return this.componentPayScale[j] * pay * (this.gateComponent.length > 0 ? this.gateChance(j, k, du) : 1);
  }

  protected gateChance(j: number, k: number, du: number): number {
    let chance = 1;
    for (let g = 0; g < this.gateComponent.length; g++) {
      if (this.gateComponent[g] !== j) continue;
      const r = this.gateRow[g];
      const gap = (this.metricAt(r, k, du) - this.gateLevel[g]) * this.gateSign[g];
      chance *= this.sd[r] > 0 ? normalCdf(gap / this.sd[r]) : gap >= 0 ? 1 : 0;
    }
    return chance;
  }

  protected costOfAll(): number {
    let cost = 0;
    let gaming = false;
    for (let k = 0; k < this.tactics; k++) {
      cost += this.costOf(k, this.trial[k], this.response[k]);
      if (this.productive[k] === 0 && this.trial[k] > 0) gaming = true;
      if (this.crossCost !== undefined && this.productive[k] === 1)
        cost += 0.5 * (this.trial[k] - 1) * this.crossSlope(k);
    }
    return gaming ? cost + this.fixedGamingCost : cost;
  }

  /** Cost of one tactic less its worth in later periods, without the fixed cost of gaming. */
  protected costOf(k: number, a: number, u: number): number {
    const direct = this.productive[k] === 1 ? 0.5 * this.cost[k] * (a - 1) * (a - 1) : this.cost[k] * a;
    return direct - (this.shadow[k] + this.shadowBend[k] * u) * u;
  }

  /** What one part more of productive tactic k costs through the others, in dollars. */
  protected crossSlope(k: number): number {
    if (this.crossCost === undefined) return 0;
    let slope = 0;
    for (let i = 0; i < this.tactics; i++)
      if (i !== k && this.productive[i] === 1)
        slope += this.crossCost[k * this.tactics + i] * (this.trial[i] - 1);
    return slope;
  }

  protected otherGaming(k: number): boolean {
    for (let i = 0; i < this.tactics; i++)
      if (i !== k && this.productive[i] === 0 && this.trial[i] > 0) return true;
    return false;
  }

  /** Change of the objective when tactic k moves to intensity a, the others fixed. */
  protected gainOf(k: number, a: number, fixedCost: number): number {
    const u = this.responseOf(k, a);
    const du = u - this.response[k];
    let gain = this.costOf(k, this.trial[k], this.response[k]) - this.costOf(k, a, u);
    if (this.crossCost !== undefined && this.productive[k] === 1)
      gain -= (a - this.trial[k]) * this.crossSlope(k);
    if (fixedCost > 0) gain -= (a > 0 ? fixedCost : 0) - (this.trial[k] > 0 ? fixedCost : 0);
    const at = k * (this.componentRow.length + 1);
    for (let i = 0; this.touched[at + i] >= 0; i++) {
      const j = this.touched[at + i];
      gain += this.componentAt(j, k, du) - this.componentValue[j];
    }
    return gain;
  }

  protected moveTo(k: number, a: number): void {
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

  protected hoursLeft(): number {
    let left = this.hoursBudget;
    for (let k = 0; k < this.tactics; k++) left -= this.hours[k] * this.trial[k];
    return left;
  }

  protected shrinkToBudget(): void {
    const over = -this.hoursLeft();
    if (!(over > 1e-9)) return;
    let total = 0;
    for (let k = 0; k < this.tactics; k++) total += this.hours[k] * (this.trial[k] - this.lower[k]);
    const keep = total > 0 ? Math.max(0, 1 - over / total) : 0;
    for (let k = 0; k < this.tactics; k++) {
      if (this.hours[k] > 0) this.trial[k] = this.lower[k] + (this.trial[k] - this.lower[k]) * keep;
    }
  }

  /** Derivative of row r's metric by the response of tactic k. */
  protected metricSlope(k: number, r: number): number {
    const at = k * this.rows + r;
    const twice = 2 * this.response[k];
    const n = this.effectNumerator[at] + twice * this.bendNumerator[at];
    if (this.denominator[r] === 0) return n;
    const floor = LEAST_DENOMINATOR * this.denominator[r];
    const d = this.rowBottom[r];
    if (d <= floor) return n / floor;
    return (n - this.metricNow(r) * (this.effectDenominator[at] + twice * this.bendDenominator[at])) / d;
  }

  /** Derivative of component j's value by its metric, gates held. */
  protected paySlope(j: number): number {
    const r = this.componentRow[j];
    if (this.joint !== undefined) {
      const step = 1e-4 * this.sd[r];
      for (let i = 0; i < this.rows; i++) this.means[i] = this.metricNow(i);
      this.means[r] += step;
      const above = this.joint(this.means);
      this.means[r] -= 2 * step;
      return (above - this.joint(this.means)) / (2 * step);
    }
    const curve = this.componentCurve[j];
    const x = this.metricAt(r, 0, 0);
    const sd = this.sd[r];
    const slope = certaintyEquivalentSlope(curve, x, sd, this.riskAversionPerUsd);
    return slope * this.componentPayScale[j] * (this.gateComponent.length > 0 ? this.gateChance(j, 0, 0) : 1);
  }

  /** Derivative of the whole pay by the metric of gate g, through the chance of meeting it. */
  protected gatePull(g: number): number {
    const r = this.gateRow[g];
    const sd = this.sd[r];
    if (!(sd > 0)) return 0;
    const z = ((this.metricNow(r) - this.gateLevel[g]) * this.gateSign[g]) / sd;
    const chance = normalCdf(z);
    if (!(chance > 1e-12)) return 0;
    return (this.componentValue[this.gateComponent[g]] * normalDensity(z) * this.gateSign[g]) / (chance * sd);
  }

  protected shareComponent(i: number, j: number): boolean {
    const width = this.componentRow.length + 1;
    for (let a = i * width; this.touched[a] >= 0; a++) {
      for (let b = j * width; this.touched[b] >= 0; b++) if (this.touched[a] === this.touched[b]) return true;
    }
    return false;
  }
}
