import { NewtonStep } from './newtonStep.ts';
import type { Value } from './value.ts';

/** Relative width of the finite differences. */
const STEP = 1e-4;
const MOST_ITERATIONS = 30;
/** Ridges tried, as shares of the largest curvature: Newton's step first, then ever shorter ones uphill. */
const RIDGES = [0, 0.01, 0.1, 1, 10];
/** Gain below which an ascent has arrived, as a share of the value at stake. */
const ARRIVED = 1e-9;

/**
 * Newton refinement of every tactic off its bounds, after an ascent. An ascent stops once values barely
 * differ, which locates the maximum only to the square root of that tolerance, and moves one tactic at a
 * time: along a ridge, on which gaming, hours and other hours change places, it stops early. Where the
 * objective is not concave the step leans towards the gradient.
 */
export class Polish {
  private readonly value: Value;
  private readonly newton: NewtonStep;
  private readonly origin: Float64Array;

  constructor(value: Value) {
    this.value = value;
    this.newton = new NewtonStep(value.problem.tactics);
    this.origin = new Float64Array(value.problem.tactics);
  }

  /** Refines the trial point in place. */
  polish(): void {
    const { value, newton } = this;
    for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      this.findFree();
      if (newton.free === 0) return;
      this.measure();
      const before = value.total;
      const largest = this.improve();
      if (largest === undefined || largest < 1e-10) return;
      const { valueScale } = value.problem;
      // Newton's step converges at once near a maximum; a few more make it exact.
      if (value.total - before < ARRIVED * (valueScale + Math.abs(before)) && largest < 1e-6) return;
    }
  }

  /**
   * Takes the first step that does no harm; returns its largest relative change, or undefined without one.
   */
  private improve(): number | undefined {
    const { value, newton, origin } = this;
    origin.set(value.intensity);
    const scale = newton.largest();
    for (const ridge of RIDGES) {
      if (!newton.solve(ridge * scale)) continue;
      const largest = this.step();
      if (largest !== undefined) return largest;
      value.placeAll(origin);
      value.refresh();
    }
    return undefined;
  }

  /** Selects the tactics with room on both sides. */
  private findFree(): void {
    const { value, newton } = this;
    const { tactics, lower, upper, hours, hoursBudget } = value.problem;
    newton.start(value.hoursLeft() < 1e-7 * (1 + Math.abs(hoursBudget)) ? hours : undefined);
    for (let k = 0; k < tactics; k++) {
      const a = value.intensity[k];
      const h = STEP * (1 + Math.abs(a));
      if (a - lower[k] > 2 * h && upper[k] - a > 2 * h) newton.add(k, h);
    }
  }

  /** Gradient and Hessian at the trial point, by finite differences. */
  private measure(): void {
    const { value, newton } = this;
    for (let i = 0; i < newton.free; i++) {
      const k = newton.tactic[i];
      const h = newton.width[i];
      const a = value.intensity[k];
      newton.setOwn(i, value.gainOf(k, a + h, 0), value.gainOf(k, a - h, 0));
      value.moveTo(k, a + h);
      for (let j = 0; j < i; j++) {
        const other = newton.tactic[j];
        const b = value.intensity[other];
        const w = newton.width[j];
        newton.setCross(i, j, (value.gainOf(other, b + w, 0) - value.gainOf(other, b - w, 0)) / (2 * w));
      }
      value.moveTo(k, a);
    }
  }

  /** Takes the step; returns its largest relative change, or undefined if it is worse or infeasible. */
  private step(): number | undefined {
    const { value, newton, origin } = this;
    const before = value.total;
    let largest = 0;
    for (let i = 0; i < newton.free; i++) {
      const k = newton.tactic[i];
      value.place(k, value.clamp(k, origin[k] + newton.step[i]));
      largest = Math.max(largest, Math.abs(newton.step[i]) / (1 + Math.abs(origin[k])));
    }
    value.refresh();
    const least = before - 1e-13 * (value.problem.valueScale + Math.abs(before));
    return value.total >= least && !(value.hoursLeft() < -1e-9) ? largest : undefined;
  }
}
