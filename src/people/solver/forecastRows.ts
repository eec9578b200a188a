import type { EffectCurves } from './effectCurves.ts';
import { factor, isBeyond, isLeast, surplus } from './jointEffect.ts';
import type { Problem } from './problem.ts';

/** Floor on a ratio's denominator, as a share of its forecast before responses: effects hold only near it. */
export const LEAST_DENOMINATOR = 0.02;

/** Forecast metrics of a problem at a trial point, updated incrementally as single tactics move. */
export class ForecastRows {
  private readonly tactics: number;
  private readonly rows: number;
  private readonly columns: number;
  private readonly numerator: Float64Array;
  private readonly denominator: Float64Array;
  private readonly reference: Float64Array;
  private readonly productive: Uint8Array;
  private readonly effects: EffectCurves;
  /** Forecast amounts: [column], numerators first. */
  private readonly amount: Float64Array;
  /** What each tactic does at its response: [tactic * columns + column]. */
  private readonly done: Float64Array;
  /** Product of the factors of all work: [column]. */
  private readonly product: Float64Array;
  /** Columns in use: all but the denominators of what is no ratio. */
  private readonly used: Int32Array;
  private usedColumns = 0;

  constructor(problem: Problem) {
    this.tactics = problem.tactics;
    this.rows = problem.rows;
    this.columns = problem.effects.columns;
    this.numerator = problem.numerator;
    this.denominator = problem.denominator;
    this.reference = problem.reference;
    this.productive = problem.productive;
    this.effects = problem.effects;
    this.amount = new Float64Array(2 * problem.rows);
    this.done = new Float64Array(problem.tactics * this.columns);
    this.product = new Float64Array(2 * problem.rows);
    this.used = new Int32Array(this.columns);
  }

  /** Recomputes all rows from the responses of all tactics. */
  refresh(response: Float64Array): void {
    const { rows, amount, product, numerator, denominator, reference, productive, effects, columns } = this;
    const { used, done: byTactic } = this;
    effects.forget();
    product.fill(1);
    this.usedColumns = 0;
    for (let r = 0; r < rows; r++) {
      amount[r] = numerator[r];
      amount[rows + r] = denominator[r];
      used[this.usedColumns++] = r;
      if (denominator[r] !== 0) used[this.usedColumns++] = rows + r;
    }
    used[this.usedColumns++] = 2 * rows;
    for (let k = 0; k < this.tactics; k++) {
      const u = response[k];
      if (u === 0) {
        byTactic.fill(0, k * columns, (k + 1) * columns);
        continue;
      }
      for (let i = 0; i < this.usedColumns; i++) {
        const c = used[i];
        const done = effects.at(k, c, u);
        byTactic[k * columns + c] = done;
        if (done === 0 || c >= 2 * rows) continue;
        if (productive[k] === 0 || reference[c] === 0) amount[c] += done;
        else {
          amount[c] += surplus(done, reference[c]);
          product[c] *= factor(done, reference[c]);
        }
      }
    }
    for (let c = 0; c < 2 * rows; c++) amount[c] += reference[c] * (product[c] - 1);
  }

  /** Moves tactic k's response to `u`. */
  move(k: number, u: number): void {
    const { rows, amount, product, reference, effects, columns, used } = this;
    for (let i = 0; i < this.usedColumns; i++) {
      const c = used[i];
      const now = u === 0 ? 0 : effects.at(k, c, u);
      const before = this.done[k * columns + c];
      if (now === before) continue;
      if (c < 2 * rows) {
        amount[c] += this.change(k, c, now);
        if (this.multiplies(k, c)) product[c] *= factor(now, reference[c]) / factor(before, reference[c]);
      }
      this.done[k * columns + c] = now;
    }
  }

  /** Metric of row r at the trial point. */
  now(r: number): number {
    const { denominator, amount } = this;
    if (denominator[r] === 0) return amount[r];
    return amount[r] / Math.max(amount[this.rows + r], LEAST_DENOMINATOR * denominator[r]);
  }

  /** Metric of row r if tactic k's response moves to `u`. */
  at(r: number, k: number, u: number): number {
    const { effects, amount, rows } = this;
    const top = amount[r] + this.change(k, r, u === 0 ? 0 : effects.at(k, r, u));
    if (this.denominator[r] === 0) return top;
    const below = rows + r;
    const bottom = amount[below] + this.change(k, below, u === 0 ? 0 : effects.at(k, below, u));
    return top / Math.max(bottom, LEAST_DENOMINATOR * this.denominator[r]);
  }

  /** Derivative of row r's metric with respect to tactic k's response, at the trial point's `u`. */
  slope(k: number, r: number, u: number): number {
    const n = this.slopeOf(k, r, u);
    if (this.denominator[r] === 0) return n;
    const floor = LEAST_DENOMINATOR * this.denominator[r];
    const d = this.amount[this.rows + r];
    if (d <= floor) return n / floor;
    return (n - this.now(r) * this.slopeOf(k, this.rows + r, u)) / d;
  }

  /** Value of tactic k's response in later pay periods: at the trial point, and at `u`. In dollars. */
  laterNow(k: number): number {
    return this.done[k * this.columns + 2 * this.rows];
  }
  laterAt(k: number, u: number): number {
    return u === 0 ? 0 : this.effects.at(k, 2 * this.rows, u);
  }

  /** Denominator of row r at the trial point; 0 if the metric is not a ratio. */
  denominatorNow(r: number): number {
    return this.amount[this.rows + r];
  }

  /** Whether tactic k affects row r at all. */
  moves(k: number, r: number): boolean {
    return this.effects.moves(k, r) || this.effects.moves(k, this.rows + r);
  }

  private multiplies(k: number, c: number): boolean {
    return this.productive[k] === 1 && this.reference[c] !== 0;
  }

  /** Change of a column if the effect of tactic k on it becomes `now`. */
  private change(k: number, c: number, now: number): number {
    const before = this.done[k * this.columns + c];
    if (now === before) return 0;
    if (!this.multiplies(k, c)) return now - before;
    const reference = this.reference[c];
    const times = factor(now, reference) / factor(before, reference) - 1;
    return surplus(now, reference) - surplus(before, reference) + reference * this.product[c] * times;
  }

  /** Derivative of a column with respect to tactic k's response. */
  private slopeOf(k: number, c: number, u: number): number {
    const slope = this.effects.slopeAt(k, c, u);
    if (slope === 0 || !this.multiplies(k, c)) return slope;
    const reference = this.reference[c];
    const done = this.done[k * this.columns + c];
    if (isBeyond(done, reference)) return slope;
    return isLeast(done, reference) ? 0 : (slope * this.product[c]) / factor(done, reference);
  }
}
