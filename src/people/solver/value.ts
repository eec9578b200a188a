import { normalCdf, normalDensity } from '../../core/numeric/normal.ts';
import { certaintyEquivalent, certaintyEquivalentSlope } from '../../plans/certaintyEquivalent.ts';
import { expectedPayout, expectedPayoutSlope } from '../../plans/expectedPayout.ts';
import { type ConditionalPay, conditionalPayOf, isConditional } from './conditionalPay.ts';
import { ForecastRows } from './forecastRows.ts';
import type { Problem } from './problem.ts';
import { intensityFor, responseTo } from './response.ts';
import { TrialCosts } from './trialCosts.ts';

/** Objective of a {@link Problem} at a trial point, updated as single tactics move, without allocation. */
export class Value {
  readonly problem: Problem;
  readonly rows: ForecastRows;
  readonly costs: TrialCosts;
  /** Trial point. Written only by this class. */
  readonly intensity: Float64Array;
  readonly response: Float64Array;
  /** Objective at the trial point, in dollars. */
  total = 0;
  /** Value of each component at the trial point, in dollars. */
  private componentValue = new Float64Array(0);
  /** Components that tactic k affects, also through gates: [k * (components + 1) + i], ended by -1. */
  private touched = new Int32Array(0);
  /** Cache of each tactic's last intensity and response: most tactics stay in place. */
  private readonly knownIntensity: Float64Array;
  private readonly knownResponse: Float64Array;
  private readonly means: Float64Array;
  private conditional: ConditionalPay | undefined;
  private readonly productive: Uint8Array;
  private readonly elasticity: Float64Array;
  private readonly weight: Float64Array;
  private readonly sd: Float64Array;
  private readonly componentRow: number[];
  private readonly payScale: number[];

  constructor(problem: Problem) {
    const { tactics, rows } = problem;
    this.problem = problem;
    this.productive = problem.productive;
    this.elasticity = problem.elasticity;
    this.weight = problem.weight;
    this.sd = problem.sd;
    this.componentRow = problem.componentRow;
    this.payScale = problem.payScale;
    this.rows = new ForecastRows(problem);
    this.costs = new TrialCosts(problem);
    this.intensity = new Float64Array(tactics);
    this.response = new Float64Array(tactics);
    this.knownIntensity = new Float64Array(tactics).fill(NaN);
    this.knownResponse = new Float64Array(tactics);
    this.means = new Float64Array(rows);
  }

  /** Rereads the problem; call before a search, since the caller may have changed anything. */
  prepare(): void {
    this.conditional ??= conditionalPayOf(this.problem, this.rows);
    this.knownIntensity.fill(NaN);
    this.costs.take();
    this.findTouched();
  }

  /** Objective at given intensities, in dollars; budget and bounds are not checked. */
  of(intensity: Float64Array): number {
    this.prepare();
    this.intensity.set(intensity);
    this.refresh();
    return this.total;
  }

  clamp(k: number, a: number): number {
    const { lower, upper } = this.problem;
    return Math.min(upper[k], Math.max(lower[k], a));
  }

  /** Sets one intensity or all of the trial point; its value stays stale until {@link refresh}. */
  place(k: number, a: number): void {
    this.intensity[k] = a;
  }
  placeAll(intensity: Float64Array): void {
    this.intensity.set(intensity);
  }

  responseAt(k: number, a: number): number {
    if (this.productive[k] === 0) return a;
    if (this.knownIntensity[k] !== a) {
      this.knownIntensity[k] = a;
      this.knownResponse[k] = responseTo(a, this.elasticity[k], this.weight[k]);
    }
    return this.knownResponse[k];
  }

  intensityFor(k: number, u: number): number {
    const { productive, elasticity, weight } = this.problem;
    return productive[k] === 0 ? Math.max(0, u) : intensityFor(u, elasticity[k], weight[k]);
  }

  /** Recomputes everything at the trial point. */
  refresh(): void {
    const { payScale, intensity, response, componentValue } = this;
    for (let k = 0; k < response.length; k++) response[k] = this.responseAt(k, intensity[k]);
    this.rows.refresh(response);
    let value = 0;
    for (let j = 0; j < componentValue.length; j++) {
      componentValue[j] = payScale[j] === 0 ? 0 : this.componentAt(j, 0, this.response[0]);
      value += componentValue[j];
    }
    for (let k = 0; k < response.length; k++) value += this.rows.laterNow(k);
    this.total = value - this.costs.ofAll(intensity);
  }

  /** Moves the trial point along one tactic and updates its value. */
  moveTo(k: number, a: number): void {
    const { response, componentValue, touched } = this;
    const u = this.responseAt(k, a);
    this.rows.move(k, u);
    this.intensity[k] = a;
    response[k] = u;
    for (let i = k * (componentValue.length + 1); touched[i] >= 0; i++)
      componentValue[touched[i]] = this.componentAt(touched[i], k, u);
    let value = 0;
    for (let j = 0; j < componentValue.length; j++) value += componentValue[j];
    for (let i = 0; i < response.length; i++) value += this.rows.laterNow(i);
    this.total = value - this.costs.ofAll(this.intensity);
  }

  /**
   * Change in the objective if tactic k moved to intensity a, in dollars.
   *
   * @param fixedCost fixed cost of gaming, if tactic k is the only one to incur it; otherwise 0
   */
  gainOf(k: number, a: number, fixedCost: number): number {
    const { intensity, costs, componentValue, touched, rows } = this;
    const u = this.responseAt(k, a);
    let gain = costs.of(k, intensity[k]) - costs.of(k, a) + rows.laterAt(k, u) - rows.laterNow(k);
    if (this.problem.crossCost !== undefined && this.productive[k] === 1)
      gain -= (a - intensity[k]) * costs.crossSlope(k, intensity);
    if (fixedCost > 0) gain -= (a > 0 ? fixedCost : 0) - (intensity[k] > 0 ? fixedCost : 0);
    for (let i = k * (componentValue.length + 1); touched[i] >= 0; i++)
      gain += this.componentAt(touched[i], k, u) - componentValue[touched[i]];
    return gain;
  }

  /** Metric of row r if tactic k's response moves to u; derivative with respect to that response. */
  metricAt(r: number, k: number, u: number): number {
    return this.rows.at(r, k, u);
  }
  metricSlope(k: number, r: number): number {
    return this.rows.slope(k, r, this.response[k]);
  }

  /** Derivative of the value in later pay periods with respect to tactic k's response. */
  laterSlope(k: number): number {
    return this.problem.effects.slopeAt(k, this.problem.laterColumn, this.response[k]);
  }

  /**
   * Derivative of component j's value with respect to its metric, holding gates fixed. For joint pay it is
   * the derivative of total pay, gates included.
   */
  paySlope(j: number): number {
    const { problem } = this;
    const { componentRow, componentCurve, payScale, sd, riskAversionPerUsd, joint } = problem;
    const r = componentRow[j];
    if (joint !== undefined) return this.jointSlope(r, joint);
    if (this.conditional !== undefined && isConditional(problem, j))
      return payScale[j] * this.conditional.slope(j);
    const slope = certaintyEquivalentSlope(componentCurve[j], this.rows.now(r), sd[r], riskAversionPerUsd);
    return (
      slope * payScale[j] * (problem.gateComponent.length > 0 ? this.gateChance(j, 0, this.response[0]) : 1)
    );
  }

  /** Derivative of total pay with respect to gate g's metric, through the probability of passing it. */
  gatePull(g: number): number {
    const { gateRow, gateLevel, gateSign, gateComponent, sd } = this.problem;
    const r = gateRow[g];
    if (this.conditional !== undefined && isConditional(this.problem, gateComponent[g]))
      return this.payScale[gateComponent[g]] * this.conditional.pull(g);
    const curve = this.problem.gateCurve[g];
    if (curve !== undefined) {
      const factor = expectedPayout(curve, this.rows.now(r), sd[r]);
      if (!(factor > 1e-12)) return 0;
      const slope = expectedPayoutSlope(curve, this.rows.now(r), sd[r]);
      return (this.componentValue[gateComponent[g]] * slope) / factor;
    }
    if (!(sd[r] > 0)) return 0;
    const z = ((this.rows.now(r) - gateLevel[g]) * gateSign[g]) / sd[r];
    const chance = normalCdf(z);
    if (!(chance > 1e-12)) return 0;
    return (this.componentValue[gateComponent[g]] * normalDensity(z) * gateSign[g]) / (chance * sd[r]);
  }

  /** The i-th component that tactic k affects; -1 after the last. */
  touches(k: number, i: number): number {
    return this.touched[k * (this.componentValue.length + 1) + i];
  }

  shareComponent(i: number, j: number): boolean {
    const width = this.componentValue.length + 1;
    for (let a = i * width; this.touched[a] >= 0; a++)
      for (let b = j * width; this.touched[b] >= 0; b++) if (this.touched[a] === this.touched[b]) return true;
    return false;
  }

  /** Whether a gaming tactic other than k is in use. */
  otherGaming(k: number): boolean {
    const { tactics, productive } = this.problem;
    for (let i = 0; i < tactics; i++)
      if (i !== k && productive[i] === 0 && this.intensity[i] > 0) return true;
    return false;
  }

  hoursLeft(): number {
    const { tactics, hours, hoursBudget } = this.problem;
    let left = hoursBudget;
    for (let k = 0; k < tactics; k++) left -= hours[k] * this.intensity[k];
    return left;
  }

  /** Scales working hours towards their lower bounds until they fit the budget; the value stays stale. */
  shrinkToBudget(): void {
    const { tactics, hours, lower } = this.problem;
    const { intensity } = this;
    const over = -this.hoursLeft();
    if (!(over > 1e-9)) return;
    let total = 0;
    for (let k = 0; k < tactics; k++) total += hours[k] * (intensity[k] - lower[k]);
    const keep = total > 0 ? Math.max(0, 1 - over / total) : 0;
    for (let k = 0; k < tactics; k++)
      if (hours[k] > 0) intensity[k] = lower[k] + (intensity[k] - lower[k]) * keep;
  }

  /** Chance that component j passes its gates, times its factors, if tactic k's response moves to u. */
  gateChance(j: number, k: number, u: number): number {
    const { gateComponent, gateRow, gateLevel, gateSign, gateCurve, sd } = this.problem;
    let chance = 1;
    for (let g = 0; g < gateComponent.length; g++) {
      if (gateComponent[g] !== j) continue;
      const r = gateRow[g];
      const curve = gateCurve[g];
      if (curve !== undefined) {
        chance *= Math.max(0, expectedPayout(curve, this.metricAt(r, k, u), sd[r]));
        continue;
      }
      const gap = (this.metricAt(r, k, u) - gateLevel[g]) * gateSign[g];
      chance *= sd[r] > 0 ? normalCdf(gap / sd[r]) : gap >= 0 ? 1 : 0;
    }
    return chance;
  }

  /** Value of component j, in dollars, if tactic k's response moves to u. */
  componentAt(j: number, k: number, u: number): number {
    const { problem } = this;
    if (problem.joint !== undefined) {
      if (j > 0) return 0;
      for (let r = 0; r < problem.rows; r++) this.means[r] = this.metricAt(r, k, u);
      return problem.joint(this.means);
    }
    const r = this.componentRow[j];
    if (this.conditional !== undefined && isConditional(problem, j))
      return this.payScale[j] * this.conditional.at(j, k, u);
    const { componentCurve, riskAversionPerUsd } = problem;
    const mean = this.metricAt(r, k, u);
    const pay = certaintyEquivalent(componentCurve[j], mean, this.sd[r], riskAversionPerUsd);
    return this.payScale[j] * pay * (problem.gateComponent.length > 0 ? this.gateChance(j, k, u) : 1);
  }

  private jointSlope(r: number, joint: (means: Float64Array) => number): number {
    const { means, problem } = this;
    const step = 1e-4 * problem.sd[r];
    for (let i = 0; i < problem.rows; i++) means[i] = this.rows.now(i);
    means[r] += step;
    const above = joint(means);
    means[r] -= 2 * step;
    return (above - joint(means)) / (2 * step);
  }

  private findTouched(): void {
    const { problem, rows } = this;
    const components = problem.componentRow.length;
    if (this.touched.length !== problem.tactics * (components + 1)) {
      this.touched = new Int32Array(problem.tactics * (components + 1));
      this.componentValue = new Float64Array(components);
    }
    for (let k = 0; k < problem.tactics; k++) {
      let size = 0;
      for (let j = 0; j < components; j++) {
        if (problem.payScale[j] === 0) continue;
        let touches = rows.moves(k, problem.componentRow[j]);
        for (let g = 0; g < problem.gateRow.length; g++)
          if (problem.gateComponent[g] === j && rows.moves(k, problem.gateRow[g])) touches = true;
        // Joint pay is recorded entirely under the first component.
        if (problem.joint !== undefined && j === 0)
          for (let r = 0; r < problem.rows; r++) if (rows.moves(k, r)) touches = true;
        if (touches) this.touched[k * (components + 1) + size++] = j;
      }
      this.touched[k * (components + 1) + size] = -1;
    }
  }
}
