import { log } from '../../core/numeric/elementary.ts';
import { cannotPay } from './cannotPay.ts';
import { maximiseLine } from './maximiseLine.ts';
import { responseFor } from './responseFor.ts';
import type { Value } from './value.ts';

const SQRT_TWO_PI = 2.5066282746310002;
/** Number of grid intervals on a bent line; number of other candidates (ends, current point, baseline). */
const PARTS = 8;
const OTHER_CANDIDATES = 4;
/** Maximum number of kinks of one payout curve that are tried along a line. */
const MOST_KINKS = 64;

/** How hard to search along a line. */
export interface LineEffort {
  /**
   * Whether to refine around the current point even if no candidate beats it: on bent lines, and for gaming
   * in use.
   */
  thorough: boolean;
  /**
   * Whether this is the first round of a climb, or the first after an exchange. Bent lines are then refined
   * in any case.
   */
  firstRound: boolean;
}

/** Line search over one tactic, the others fixed: tries kinks and jumps of pay, then refines the best. */
export class LineSearch {
  private readonly value: Value;
  private candidates = new Float64Array(0);
  private size = 0;
  /**
   * Whether the objective is nonlinear between candidates. Whether the line is bent: an effect is curved,
   * gaming moves a denominator, or a gate is met.
   */
  private curved = false;
  private bent = false;
  private tactic = 0;
  private fixedCost = 0;
  private readonly gain = (a: number) => this.value.gainOf(this.tactic, a, this.fixedCost);

  constructor(value: Value) {
    this.value = value;
  }

  /** Resizes the candidate list for every kink of the problem. */
  prepare(): void {
    const { componentCurve, gateRow, gateCurve } = this.value.problem;
    let most = OTHER_CANDIDATES + PARTS;
    let factorKnots = 0;
    for (const curve of gateCurve) factorKnots += curve?.knots.length ?? 0;
    for (const { knots } of componentCurve) most += 2 * knots.length + gateRow.length + factorKnots;
    if (this.candidates.length < most) this.candidates = new Float64Array(most);
  }

  /** Moves the trial point to the best intensity of tactic k. */
  search(k: number, { thorough, firstRound }: LineEffort): void {
    const { value } = this;
    const { lower, upper, hours, productive, valueScale, effects, laterColumn } = value.problem;
    const low = lower[k];
    const current = value.intensity[k];
    let high = upper[k];
    if (hours[k] > 0) high = Math.min(high, current + Math.max(0, value.hoursLeft()) / hours[k]);
    if (!(high > low)) return;
    const isGaming = productive[k] === 0;
    const isUnpaid = isGaming && value.touches(k, 0) < 0;
    if (isUnpaid && !(effects.steepestRise(k, high, laterColumn) > 0)) {
      if (current > low) value.moveTo(k, low);
      return;
    }
    if (isGaming && current === 0 && cannotPay(value, k)) return;
    this.collect(k, low, high, current);
    const { fixedGaming } = value.costs;
    const fixedCost = isGaming && fixedGaming > 0 && !value.otherGaming(k) ? fixedGaming : 0;
    this.tactic = k;
    this.fixedCost = fixedCost;
    const list = this.candidates;
    let best = current;
    let bestGain = 0;
    for (let c = 0; c < this.size; c++) {
      const a = Math.min(high, Math.max(low, list[c]));
      list[c] = a;
      if (a === current) continue;
      const gain = value.gainOf(k, a, fixedCost);
      if (gain > bestGain) {
        bestGain = gain;
        best = a;
      }
    }
    const again = thorough ? this.bent || (isGaming && best !== 0) : this.bent && firstRound;
    if (this.curved && (best !== current || again)) best = this.polish(best, bestGain, low, high, valueScale);
    if (best !== current) value.moveTo(k, best);
  }

  /** Refines the best candidate between its neighbours. */
  private polish(best: number, bestGain: number, low: number, high: number, scale: number): number {
    let left = low;
    let right = high;
    for (let c = 0; c < this.size; c++) {
      const a = this.candidates[c];
      if (a < best && a > left) left = a;
      if (a > best && a < right) right = a;
    }
    return maximiseLine(this.gain, left, best, right, bestGain, scale);
  }

  private add(a: number): void {
    this.candidates[this.size++] = a;
  }

  /**
   * Lists candidate maxima: the ends, the current point, the baseline of work, kinks, jumps and gates. A bent
   * line also gets a grid, finer towards its lower end.
   */
  private collect(k: number, low: number, high: number, current: number): void {
    const { value } = this;
    const { productive, effects, laterColumn, trouble } = value.problem;
    this.size = 0;
    this.add(low);
    this.add(high);
    this.add(current);
    if (productive[k] === 1) this.add(1);
    this.curved = productive[k] === 1;
    this.bent = productive[k] === 0 && (trouble[k] !== 0 || !effects.isLine(k, laterColumn));
    for (let i = 0; value.touches(k, i) >= 0; i++) {
      this.addKinks(k, value.touches(k, i));
      this.addGates(k, value.touches(k, i));
    }
    if (!this.bent) return;
    this.curved = true;
    for (let part = 1; part < PARTS; part++) this.add(low + ((high - low) * part * part) / 64);
  }

  /**
   * Adds the points where component j meets a kink, and the safety margin past a jump that is worth its cost.
   */
  private addKinks(k: number, j: number): void {
    const { value } = this;
    const { problem, costs } = value;
    const { productive, effects, denominator, sd } = problem;
    const r = problem.componentRow[j];
    const slope = value.metricSlope(k, r);
    const { knots, jumps } = problem.componentCurve[j];
    const bottom = problem.bottomColumn(r);
    // Gaming that moves a denominator is often best between the ends. Work also gets joint steps in hours.
    if (productive[k] === 0 && (!effects.isLine(k, r) || effects.moves(k, bottom))) this.bent = true;
    if (slope === 0) return;
    const unitCost = Math.max(
      1e-9,
      productive[k] === 1 ? costs.cost[k] * 0.1 : costs.cost[k] - value.laterSlope(k),
    );
    if (knots.length > 0 || denominator[r] !== 0) this.curved = true;
    // A curve of many small jumps is nearly smooth: some of them, evenly spread, bracket the best.
    const stride = Math.max(1, Math.ceil(knots.length / MOST_KINKS));
    for (let knot = 0; knot < knots.length; knot += stride) {
      const needed = responseFor(value, k, r, knots[knot]);
      this.add(value.intensityFor(k, needed));
      const jump = Math.abs(jumps[knot]) * problem.payScale[j];
      if (!(jump > 0 && sd[r] > 0)) continue;
      const spread = sd[r] / Math.abs(slope);
      const ratio = jump / (unitCost * spread * SQRT_TWO_PI);
      if (ratio > 1) this.add(value.intensityFor(k, needed + spread * Math.sqrt(2 * log(ratio))));
    }
  }

  /** Adds the points where component j passes its gates with a safety margin. */
  private addGates(k: number, j: number): void {
    const { value } = this;
    const { gateRow, gateComponent, gateLevel, gateSign, gateCurve, sd } = value.problem;
    for (let g = 0; g < gateRow.length; g++) {
      if (gateComponent[g] !== j) continue;
      const slope = value.metricSlope(k, gateRow[g]);
      if (slope === 0) continue;
      this.curved = true;
      this.bent = true;
      const levels = gateCurve[g]?.knots ?? [gateLevel[g] + 1.5 * gateSign[g] * sd[gateRow[g]]];
      for (const level of levels) this.add(value.intensityFor(k, responseFor(value, k, gateRow[g], level)));
    }
  }
}
