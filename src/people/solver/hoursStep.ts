import { HoursAllocation } from './hoursAllocation.ts';
import { QuadraticChoice } from './quadraticChoice.ts';
import type { Value } from './value.ts';

const MOST_ITERATIONS = 4;

/**
 * Joint step of all productive tactics: solves the first-order conditions for hours at the current marginal
 * pay, and halves the step until the objective improves.
 */
export class HoursStep {
  readonly allocation: HoursAllocation;
  private readonly value: Value;
  private readonly slope: Float64Array;
  private readonly origin: Float64Array;
  private componentSlope = new Float64Array(0);
  private gateSlope = new Float64Array(0);
  private quadratic: QuadraticHours | undefined;

  constructor(value: Value) {
    const { tactics } = value.problem;
    this.value = value;
    this.allocation = new HoursAllocation(value.problem);
    this.slope = new Float64Array(tactics);
    this.origin = new Float64Array(tactics);
  }

  /** Resizes buffers for the components and gates of the problem. */
  prepare(): void {
    const { componentRow, gateRow } = this.value.problem;
    if (this.componentSlope.length !== componentRow.length)
      this.componentSlope = new Float64Array(componentRow.length);
    if (this.gateSlope.length !== gateRow.length) this.gateSlope = new Float64Array(gateRow.length);
  }

  /**
   * Repeats joint steps until they gain too little.
   *
   * @param hasKinks whether pay has kinks, jumps or gates: a looser tolerance is then enough
   */
  move(hasKinks: boolean): void {
    const { value, origin } = this;
    const { tactics, productive, valueScale } = value.problem;
    for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      this.findSlopes();
      const goal = this.fit();
      let moved = 0;
      for (let k = 0; k < tactics; k++) {
        origin[k] = value.intensity[k];
        if (productive[k] === 1) moved = Math.max(moved, Math.abs(goal[k] - origin[k]));
      }
      if (moved < 1e-7) return;
      const before = value.total;
      const gained = this.stepTowards(goal);
      if (!(gained > 0)) {
        value.placeAll(origin);
        value.refresh();
        return;
      }
      if (gained < (hasKinks ? 1e-6 : 1e-10) * (valueScale + Math.abs(before))) return;
    }
  }

  /** Backtracking step from `origin` towards a goal; returns the gain. */
  private stepTowards(goal: Float64Array): number {
    const { value, origin } = this;
    const { tactics, productive } = value.problem;
    const before = value.total;
    let gained = 0;
    for (let step = 1; step > 0.01; step /= 2) {
      for (let k = 0; k < tactics; k++) {
        const to = productive[k] === 1 ? goal[k] : origin[k];
        value.place(k, value.clamp(k, origin[k] + step * (to - origin[k])));
      }
      value.refresh();
      gained = value.total - before;
      if (gained > 0) break;
    }
    return gained;
  }

  /** Marginal value of each productive tactic's response at the trial point, in dollars per unit. */
  private findSlopes(): void {
    const { value, slope, componentSlope, gateSlope } = this;
    const { tactics, productive, componentRow, payScale, gateRow } = value.problem;
    for (let j = 0; j < componentRow.length; j++)
      componentSlope[j] = payScale[j] === 0 ? 0 : value.paySlope(j);
    for (let g = 0; g < gateRow.length; g++) gateSlope[g] = value.gatePull(g);
    for (let k = 0; k < tactics; k++) {
      if (productive[k] === 0) continue;
      let worth = value.laterSlope(k);
      for (let i = 0; value.touches(k, i) >= 0; i++) {
        const j = value.touches(k, i);
        const metricSlope = value.metricSlope(k, componentRow[j]);
        if (metricSlope !== 0) worth += metricSlope * componentSlope[j];
      }
      for (let g = 0; g < gateRow.length; g++) worth += gateSlope[g] * value.metricSlope(k, gateRow[g]);
      slope[k] = worth;
    }
  }

  private fit(): Float64Array {
    const { problem } = this.value;
    if (problem.crossCost !== undefined) {
      this.quadratic ??= new QuadraticHours(this.value);
      return this.quadratic.fit(this.slope, problem.crossCost);
    }
    this.allocation.fit(this.slope);
    return this.allocation.goal;
  }
}

/** Exact joint step for productive tactics with cross costs, whose responses are linear. */
class QuadraticHours {
  private readonly value: Value;
  private readonly choice: QuadraticChoice;
  private readonly matrix: Float64Array;
  private readonly goal: Float64Array;

  constructor(value: Value) {
    const { tactics } = value.problem;
    this.value = value;
    this.choice = new QuadraticChoice(tactics);
    this.matrix = new Float64Array(tactics * tactics);
    this.goal = new Float64Array(tactics);
  }

  fit(slope: Float64Array, crossCost: Float64Array): Float64Array {
    const { choice, matrix, goal } = this;
    const { tactics, productive, elasticity, cost, lower, upper, hours, hoursBudget } = this.value.problem;
    choice.budget = hoursBudget;
    for (let k = 0; k < tactics; k++) {
      const moves = productive[k] === 1;
      if (moves && elasticity[k] !== 1) throw new RangeError('costs between tactics need elasticities of 1');
      choice.slope[k] = moves ? slope[k] : 0;
      choice.lower[k] = moves ? lower[k] - 1 : 0;
      choice.upper[k] = moves ? upper[k] - 1 : 0;
      choice.hours[k] = moves ? hours[k] : 0;
      choice.budget -= choice.hours[k];
      for (let i = 0; i < tactics; i++) {
        const both = moves && productive[i] === 1;
        matrix[k * tactics + i] = i === k ? (moves ? cost[k] : 1) : both ? crossCost[k * tactics + i] : 0;
      }
    }
    choice.solve(matrix);
    for (let k = 0; k < tactics; k++) goal[k] = 1 + choice.change[k];
    return goal;
  }
}
