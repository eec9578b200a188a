import type { Problem } from './problem.ts';

/**
 * Floor on a ratio's denominator, as a share of its forecast before responses: measured effects hold only
 * near it.
 */
export const LEAST_DENOMINATOR = 0.25;

/** Forecast metrics of a problem at a trial point, updated incrementally as single tactics move. */
export class ForecastRows {
  private readonly tactics: number;
  private readonly rows: number;
  private readonly numerator: Float64Array;
  private readonly denominator: Float64Array;
  private readonly effectNumerator: Float64Array;
  private readonly effectDenominator: Float64Array;
  private readonly bendNumerator: Float64Array;
  private readonly bendDenominator: Float64Array;
  private readonly top: Float64Array;
  private readonly bottom: Float64Array;

  constructor(problem: Problem) {
    this.tactics = problem.tactics;
    this.rows = problem.rows;
    this.numerator = problem.numerator;
    this.denominator = problem.denominator;
    this.effectNumerator = problem.effectNumerator;
    this.effectDenominator = problem.effectDenominator;
    this.bendNumerator = problem.bendNumerator;
    this.bendDenominator = problem.bendDenominator;
    this.top = new Float64Array(problem.rows);
    this.bottom = new Float64Array(problem.rows);
  }

  /** Recomputes all rows from the responses of all tactics. */
  refresh(response: Float64Array): void {
    const { rows, top, bottom } = this;
    const { effectNumerator, bendNumerator, effectDenominator, bendDenominator } = this;
    const { numerator, denominator } = this;
    for (let r = 0; r < rows; r++) {
      top[r] = numerator[r];
      bottom[r] = denominator[r];
    }
    for (let k = 0; k < this.tactics; k++) {
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
    const { rows, top, bottom } = this;
    const { effectNumerator, bendNumerator, effectDenominator, bendDenominator } = this;
    const span = 2 * before + du;
    for (let r = 0; r < rows; r++) {
      const at = k * rows + r;
      top[r] += du * (effectNumerator[at] + span * bendNumerator[at]);
      bottom[r] += du * (effectDenominator[at] + span * bendDenominator[at]);
    }
  }

  /** Metric of row r at the trial point. */
  now(r: number): number {
    const { denominator } = this;
    if (denominator[r] === 0) return this.top[r];
    return this.top[r] / Math.max(this.bottom[r], LEAST_DENOMINATOR * denominator[r]);
  }

  /** Metric of row r if tactic k's response moves from `before` by `du`. */
  at(r: number, k: number, before: number, du: number): number {
    if (du === 0) return this.now(r);
    const at = k * this.rows + r;
    const span = 2 * before + du;
    const top = this.top[r] + du * (this.effectNumerator[at] + span * this.bendNumerator[at]);
    if (this.denominator[r] === 0) return top;
    const bottom = this.bottom[r] + du * (this.effectDenominator[at] + span * this.bendDenominator[at]);
    return top / Math.max(bottom, LEAST_DENOMINATOR * this.denominator[r]);
  }

  /** Derivative of row r's metric with respect to tactic k's response, now at `before`. */
  slope(k: number, r: number, before: number): number {
    const at = k * this.rows + r;
    const twice = 2 * before;
    const n = this.effectNumerator[at] + twice * this.bendNumerator[at];
    if (this.denominator[r] === 0) return n;
    const floor = LEAST_DENOMINATOR * this.denominator[r];
    const d = this.bottom[r];
    if (d <= floor) return n / floor;
    return (n - this.now(r) * (this.effectDenominator[at] + twice * this.bendDenominator[at])) / d;
  }

  /** Denominator of row r at the trial point; 0 if the metric is not a ratio. */
  denominatorNow(r: number): number {
    return this.bottom[r];
  }

  /** Whether tactic k affects row r at all. */
  moves(k: number, r: number): boolean {
    const at = k * this.rows + r;
    return (
      this.effectNumerator[at] !== 0 ||
      this.effectDenominator[at] !== 0 ||
      this.bendNumerator[at] !== 0 ||
      this.bendDenominator[at] !== 0
    );
  }
}
