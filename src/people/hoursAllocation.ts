import { pow } from '../core/numeric/elementary.ts';

/** Relative step after which the error is below a billionth. */
const LAST_STEP = 1e-3;

/**
 * How a person divides working hours: maximises sum_k slope_k (a_k^elasticity_k - 1) - cost_k / 2 (a_k - 1)^2 over intensities a_k within bounds and an hours
 * budget. The first-order conditions share one price of an hour. Arrays belong to the caller; the answer is left in `goal`.
 * With a slope below 0 and an elasticity below 1 a task has two best amounts, and no price may fit the budget: the caller sees to that.
 */
export class HoursAllocation {
  /** Worth of one unit of each response, in dollars: filled by the caller. */
  readonly slope: Float64Array;
  /** The answer, and where the next search starts. */
  readonly goal: Float64Array;
  budget = Infinity;
  /** How far hours may stay below the budget, which they never pass. */
  slack = 1e-4;
  private readonly size: number;
  private readonly active: Uint8Array;
  private readonly cost: Float64Array;
  private readonly elasticity: Float64Array;
  private readonly hours: Float64Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private lastMultiplier = 0;
  private hoursSlope = 0;
  private bend = 0;

  /** Forgets the last answer, so that the next one depends on nothing but the problem and where the search is to start. */
  reset(start?: Float64Array): void {
    this.lastMultiplier = 0;
    if (start === undefined) this.goal.fill(1);
    else this.goal.set(start);
  }

  constructor(
    active: Uint8Array,
    cost: Float64Array,
    elasticity: Float64Array,
    hours: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
  ) {
    this.size = active.length;
    this.active = active;
    this.cost = cost;
    this.elasticity = elasticity;
    this.hours = hours;
    this.lower = lower;
    this.upper = upper;
    this.slope = new Float64Array(this.size);
    this.goal = new Float64Array(this.size).fill(1);
  }

  /**
   * Solves all first-order conditions at the price of an hour at which they fit the hours budget (0 when they fit anyway), into `goal`.
   * Newton from the last price, kept within a bracket; hours are met to {@link slack}.
   */
  fit(): void {
    let low = -1;
    let high = Infinity;
    let price = this.lastMultiplier;
    for (let step = 0; step < 100; step++) {
      const over = this.hoursAt(price) - this.budget;
      if (over <= 0 && (price === 0 || over > -this.slack)) break;
      if (over > 0) low = price;
      else high = price;
      // Where every task is at a bound, hours say nothing of how far to go.
      let next = this.hoursSlope > 0 ? price + (over + this.slack / 2) / this.hoursSlope : Number.NaN;
      if (!(next > 0) && low < 0) next = 0;
      else if (!(next > low && next < high))
        next = high === Infinity ? 2 * price + 1 : (Math.max(0, low) + high) / 2;
      if (high - low < 1e-5 * this.slack * (1 + price)) break;
      price = next;
    }
    this.lastMultiplier = price;
  }

  /** Hours wanted at a price of an hour; leaves how fast they fall with the price in `hoursSlope`, and the intensities in `goal`. */
  private hoursAt(multiplier: number): number {
    let total = 0;
    this.hoursSlope = 0;
    for (let k = 0; k < this.size; k++) {
      if (this.active[k] === 0) continue;
      const a = this.firstOrder(k, multiplier);
      this.goal[k] = a;
      total += this.hours[k] * a;
      if (this.bend > 0) this.hoursSlope += (this.hours[k] * this.hours[k]) / this.bend;
    }
    return total;
  }

  /**
   * argmax over a of g (a^e - 1) - c/2 (a - 1)^2 - price hours a within bounds, for given slope g of the response: Halley's steps from
   * the last answer, within a bracket; their error falls with its cube, so a step of a thousandth is the last. Leaves in `bend` how fast the
   * marginal value falls there (0 at a bound).
   */
  private firstOrder(k: number, price: number): number {
    const g = this.slope[k];
    const c = Math.max(this.cost[k], 1e-9);
    const e = this.elasticity[k];
    const rent = price * this.hours[k];
    let a = this.lower[k];
    let b = this.upper[k];
    this.bend = 0;
    if (!(b > a)) return a;
    let x = e === 1 || g === 0 ? 1 + ((e === 1 ? g : 0) - rent) / c : Math.min(b, Math.max(a, this.goal[k]));
    if (e === 1 || g === 0) {
      if (x > a && x < b) this.bend = c;
      return Math.min(b, Math.max(a, x));
    }
    const least = Math.max(a, 1e-6);
    if (x < least) x = least;
    let isAboveTested = false;
    let isBelowTested = false;
    for (let step = 0; step < 50; step++) {
      const power = pow(x, e - 2);
      const slope = g * e * power * x - c * (x - 1) - rent;
      const curvature = g * e * (e - 1) * power - c;
      if (slope > 0) {
        if (x >= this.upper[k]) return x;
        a = x;
        isBelowTested = true;
      } else {
        if (x <= least) return this.lower[k];
        b = x;
        isAboveTested = true;
      }
      // Far from the answer the cubic step can point the wrong way; Newton's cannot.
      const third = (g * e * (e - 1) * (e - 2) * power) / x;
      const halley = 2 * curvature * curvature - slope * third;
      let next = slope > 0 ? b : a;
      if (curvature < 0) next = x - (halley > 0 ? (2 * slope * curvature) / halley : slope / curvature);
      if (next >= b) next = isAboveTested ? 0.5 * (x + b) : b;
      else if (next <= a) next = isBelowTested ? 0.5 * (x + a) : least;
      else if (Math.abs(next - x) < LAST_STEP * x) {
        this.bend = -curvature;
        return next;
      }
      if (b - a < 1e-12 * (1 + x)) break;
      x = next;
    }
    return x;
  }
}
