import type { Problem } from './problem.ts';

/**
 * A ratio's denominator is not believed to fall below this share of its forecast: effects are measured
 * nearby.
 */
export const LEAST_DENOMINATOR = 0.25;

/** The forecast metrics of a problem at a trial point, updated as single tactics move. */
export class ForecastRows {
  private readonly problem: Problem;
  private readonly top: Float64Array;
  private readonly bottom: Float64Array;

  constructor(problem: Problem) {
    this.problem = problem;
    this.top = new Float64Array(problem.rows);
    this.bottom = new Float64Array(problem.rows);
  }

  /** Recomputes all rows from the responses of all tactics. */
  refresh(response: Float64Array): void {
    const { problem, top, bottom } = this;
    const { rows, effectNumerator, bendNumerator, effectDenominator, bendDenominator } = problem;
    const { numerator, denominator } = problem;
    for (let r = 0; r < rows; r++) {
      top[r] = numerator[r];
      bottom[r] = denominator[r];
    }
    for (let k = 0; k < problem.tactics; k++) {
      const u = response[k];
      if (u === 0) continue;
      for (let r = 0; r < rows; r++) {
        const at = k * rows + r;
        top[r] += u * (effectNumerator[at] + u * bendNumerator[at]);
        bottom[r] += u * (effectDenominator[at] + u * bendDenominator[at]);
      }
    }
  }

  /** Moves tactic k's response from `before` by `du`. */
  shift(k: number, before: number, du: number): void {
    const { problem, top, bottom } = this;
    const { rows, effectNumerator, bendNumerator, effectDenominator, bendDenominator } = problem;
    const span = 2 * before + du;
    for (let r = 0; r < rows; r++) {
      const at = k * rows + r;
      top[r] += du * (effectNumerator[at] + span * bendNumerator[at]);
      bottom[r] += du * (effectDenominator[at] + span * bendDenominator[at]);
    }
  }

  /** Metric of row r at the trial point. */
  now(r: number): number {
    const { denominator } = this.problem;
    if (denominator[r] === 0) return this.top[r];
    return this.top[r] / Math.max(this.bottom[r], LEAST_DENOMINATOR * denominator[r]);
  }

  /** Metric of row r when tactic k's response moves from `before` by `du`. */
  at(r: number, k: number, before: number, du: number): number {
    if (du === 0) return this.now(r);
    const { problem } = this;
    const at = k * problem.rows + r;
    const span = 2 * before + du;
    const top = this.top[r] + du * (problem.effectNumerator[at] + span * problem.bendNumerator[at]);
    if (problem.denominator[r] === 0) return top;
    const bottom = this.bottom[r] + du * (problem.effectDenominator[at] + span * problem.bendDenominator[at]);
    return top / Math.max(bottom, LEAST_DENOMINATOR * problem.denominator[r]);
  }

  /** Derivative of row r's metric by the response of tactic k, which is `before` now. */
  slope(k: number, r: number, before: number): number {
    const { problem } = this;
    const at = k * problem.rows + r;
    const twice = 2 * before;
    const n = problem.effectNumerator[at] + twice * problem.bendNumerator[at];
    if (problem.denominator[r] === 0) return n;
    const floor = LEAST_DENOMINATOR * problem.denominator[r];
    const d = this.bottom[r];
    if (d <= floor) return n / floor;
    return (n - this.now(r) * (problem.effectDenominator[at] + twice * problem.bendDenominator[at])) / d;
  }

  /** Denominator of row r at the trial point, 0 where the metric is no ratio. */
  denominatorNow(r: number): number {
    return this.bottom[r];
  }

  /** Whether tactic k moves row r at all. */
  moves(k: number, r: number): boolean {
    const { problem } = this;
    const at = k * problem.rows + r;
    return (
      problem.effectNumerator[at] !== 0 ||
      problem.effectDenominator[at] !== 0 ||
      problem.bendNumerator[at] !== 0 ||
      problem.bendDenominator[at] !== 0
    );
  }
}
