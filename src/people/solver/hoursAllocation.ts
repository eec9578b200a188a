import { pow } from '../../core/numeric/elementary.ts';
import type { Problem } from './problem.ts';

/** Relative step size below which the next error is about 1e-9 or less. */
const LAST_STEP = 1e-3;

/**
 * Allocation of working hours: maximises sum_k slope_k u_k(a_k) - cost_k / 2 (a_k - 1)^2 over the intensities
 * of productive tactics, subject to bounds and an hours budget. The first-order conditions share one shadow
 * price of an hour.
 *
 * A tactic with a negative slope and an elasticity below 1 may have two local optima. Its hours then jump
 * with the price, and possibly no price meets the budget: the solution may exceed it.
 */
export class HoursAllocation {
  /** Solution, and starting point of the next search. Written only by this class. */
  readonly goal: Float64Array;
  /** Tolerance, in hours: a binding budget may be left unused by this much. */
  slack = 1e-4;
  private readonly problem: Problem;
  private slope: Float64Array;
  private lastPrice = 0;
  private hoursSlope = 0;
  private bend = 0;

  constructor(problem: Problem) {
    this.problem = problem;
    this.slope = new Float64Array(problem.tactics);
    this.goal = new Float64Array(problem.tactics).fill(1);
  }

  /** Clears the warm start: the next solution depends only on the problem and `start`. */
  reset(start?: Float64Array): void {
    this.lastPrice = 0;
    if (start === undefined) this.goal.fill(1);
    else this.goal.set(start);
  }

  /**
   * Solves the first-order conditions into `goal`, at the shadow price of an hour that meets the hours budget
   * (0 if the budget is slack). Bracketed Newton steps from the last price.
   *
   * @param slope value of one unit of each response, in dollars
   */
  fit(slope: Float64Array): void {
    this.slope = slope;
    const { hoursBudget } = this.problem;
    let low = -1;
    let high = Infinity;
    let price = this.lastPrice;
    for (let step = 0; step < 100; step++) {
      const over = this.hoursAt(price) - hoursBudget;
      if (over <= 0 && (price === 0 || over > -this.slack)) break;
      if (over > 0) low = price;
      else high = price;
      // With every tactic at a bound, hours do not respond to the price: there is no Newton step.
      let next = this.hoursSlope > 0 ? price + (over + this.slack / 2) / this.hoursSlope : Number.NaN;
      if (!(next > 0) && low < 0) next = 0;
      else if (!(next > low && next < high))
        next = high === Infinity ? 2 * price + 1 : (Math.max(0, low) + high) / 2;
      if (high - low < 1e-5 * this.slack * (1 + price)) {
        // Demand can jump at a price, if the response to a tactic has a negative value.
        if (over > this.slack && high < Infinity) this.hoursAt(high);
        break;
      }
      price = next;
    }
    this.lastPrice = price;
  }

  /** Hours demanded at a shadow price. Sets `goal`, and how fast demand falls with the price. */
  private hoursAt(price: number): number {
    const { tactics, productive, hours } = this.problem;
    const { goal } = this;
    let total = 0;
    let hoursSlope = 0;
    for (let k = 0; k < tactics; k++) {
      if (productive[k] === 0) continue;
      const a = this.intensityAt(k, price);
      goal[k] = a;
      total += hours[k] * a;
      const { bend } = this;
      if (bend > 0) hoursSlope += (hours[k] * hours[k]) / bend;
    }
    this.hoursSlope = hoursSlope;
    return total;
  }

  /**
   * argmax over a of g u(a) - c/2 (a - 1)^2 - price hours a within bounds, for a given slope g of the
   * response. Leaves minus the second derivative there in `bend` (0 at a bound).
   *
   * In terms of the joint level x = w a + 1 - w of all people this is g (x^e - 1) - c / (2 w^2) (x - 1)^2 -
   * price hours x / w. Bracketed Halley steps converge cubically, so a step of a thousandth is the last.
   */
  private intensityAt(k: number, price: number): number {
    const { problem } = this;
    const low = problem.lower[k];
    const high = problem.upper[k];
    this.bend = 0;
    if (!(high > low)) return low;
    const g = this.slope[k];
    const e = problem.elasticity[k];
    const w = problem.weight[k];
    if (e === 1 || g === 0) return this.straight(k, e === 1 ? g * w : 0, price);
    const c = Math.max(problem.cost[k], 1e-9);
    const cost = w === 1 ? c : c / (w * w);
    const rent = (price * problem.hours[k]) / w;
    const lower = w * low + (1 - w);
    const upper = w * high + (1 - w);
    if (g < 0)
      return Math.min(high, Math.max(low, (this.unwanted(k, cost, rent, lower, upper) - (1 - w)) / w));
    const least = Math.max(lower, 1e-6);
    let a = lower;
    let b = upper;
    let x = Math.max(least, Math.min(b, Math.max(a, w * this.goal[k] + (1 - w))));
    let isAboveTested = false;
    let isBelowTested = false;
    for (let step = 0; step < 50; step++) {
      const power = pow(x, e - 2);
      const slope = g * e * power * x - cost * (x - 1) - rent;
      const curvature = g * e * (e - 1) * power - cost;
      if (slope > 0) {
        if (x >= upper) break;
        a = x;
        isBelowTested = true;
      } else {
        if (x <= least) return low;
        b = x;
        isAboveTested = true;
      }
      // Far from the optimum, Halley's step can point the wrong way; Newton's cannot.
      const third = (g * e * (e - 1) * (e - 2) * power) / x;
      const halley = 2 * curvature * curvature - slope * third;
      let next = slope > 0 ? b : a;
      if (curvature < 0) next = x - (halley > 0 ? (2 * slope * curvature) / halley : slope / curvature);
      if (next >= b) next = isAboveTested ? 0.5 * (x + b) : b;
      else if (next <= a) next = isBelowTested ? 0.5 * (x + a) : least;
      else if (Math.abs(next - x) < LAST_STEP * x) {
        this.bend = -curvature * (w * w);
        x = next;
        break;
      }
      if (b - a < 1e-12 * (1 + x)) break;
      x = next;
    }
    return Math.min(high, Math.max(low, (x - (1 - w)) / w));
  }

  /**
   * Best joint level of a task with a response of negative value. Marginal value is concave in the level, so
   * the maximum is at the lower bound or at its larger root. Newton steps from the right reach that
   * root monotonically.
   */
  private unwanted(k: number, cost: number, rent: number, lower: number, upper: number): number {
    const g = this.slope[k];
    const e = this.problem.elasticity[k];
    const w = this.problem.weight[k];
    const least = Math.max(lower, 1e-6);
    let x = upper;
    for (let step = 0; step < 50 && x > least; step++) {
      const power = pow(x, e - 2);
      const slope = g * e * power * x - cost * (x - 1) - rent;
      const curvature = g * e * (e - 1) * power - cost;
      // At the upper bound, or on the left of the largest marginal value, there is no root to go to.
      if (slope >= 0 && step === 0) break;
      if (curvature >= 0) return lower;
      const next = x - slope / curvature;
      this.bend = -curvature * (w * w);
      if (x - next < LAST_STEP * LAST_STEP * x) break;
      x = next;
    }
    const worth = (level: number) =>
      g * (pow(level, e) - 1) - 0.5 * cost * (level - 1) * (level - 1) - rent * level;
    if (x > least && worth(x) > worth(least)) return x;
    this.bend = 0;
    return lower;
  }

  /** Closed form for a linear or worthless response. */
  private straight(k: number, slope: number, price: number): number {
    const { cost, hours, lower, upper } = this.problem;
    const c = Math.max(cost[k], 1e-9);
    const x = 1 + (slope - price * hours[k]) / c;
    if (x > lower[k] && x < upper[k]) this.bend = c;
    return Math.min(upper[k], Math.max(lower[k], x));
  }
}
