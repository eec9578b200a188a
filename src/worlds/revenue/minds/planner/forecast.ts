import type { Problem } from '../../../../people/solver/problem.ts';
import { type Beliefs, covarianceOf, type RatioSlots, ratioDeviation } from '../../contract/beliefs.ts';
import type { PlannerView } from '../../contract/mind.ts';
import type { EffectTable, MetricRow, RowPart } from './effectTable.ts';

/** Mean and standard deviation of a metric. */
export interface Forecast {
  readonly mean: number;
  readonly sd: number;
}

/** Least amount of a counter at the habit, as a share of the baseline: crowding is believed as a parabola. */
const LEAST_SHARE = 0.01;

/** Progress of a pay period. */
export interface PeriodLeft {
  /** Month of play, 0-based, and first month of what is measured. */
  readonly month: number;
  readonly from: number;
  /** Share of the running month that is left, and number of later months in the period. */
  readonly left: number;
  readonly later: number;
}

/**
 * A planner's forecast of each plan metric at its next pay day, written into a decision problem row by row:
 * mean, standard deviation, and the believed effect of each tactic.
 */
export class PlannerForecast {
  readonly rows: readonly MetricRow[];
  /** Response of each tactic at the habit's intensity; for gaming, the intensity itself. */
  readonly habitResponse: Float64Array;
  private readonly problem: Problem;
  private readonly beliefs: Beliefs;
  private readonly table: EffectTable;
  /** Effects and bends summed over all lags: [tactic * counters + counter]. */
  private readonly total: Float64Array;
  private readonly totalBend: Float64Array;
  /** Counters of each row, and their monthly covariance; 0 if the metric is not a ratio. */
  private readonly slots: readonly RatioSlots[];
  /** Monthly variance of each row's weighted sum of counters. */
  private readonly spread: readonly number[];

  constructor(beliefs: Beliefs, table: EffectTable, problem: Problem, rows: readonly MetricRow[]) {
    this.beliefs = beliefs;
    this.table = table;
    this.problem = problem;
    this.rows = rows;
    this.habitResponse = new Float64Array(table.tactics);
    this.total = new Float64Array(table.tactics * table.watched.length);
    this.totalBend = new Float64Array(this.total.length);
    this.slots = rows.map(({ numerator, denominator, bottom }) => ({
      numerator,
      denominator,
      covariance: bottom === undefined ? 0 : covarianceOf(beliefs, numerator, denominator),
    }));
    this.spread = rows.map(({ top }) => spreadOf(beliefs, top));
    this.sumEffects();
  }

  /** Sums effects over all lags; call it when beliefs have changed. */
  sumEffects(): void {
    const { effect, bend, lags } = this.table;
    const { total, totalBend } = this;
    total.fill(0);
    totalBend.fill(0);
    for (let at = 0; at < total.length; at++) {
      for (let lag = 0; lag < lags; lag++) {
        total[at] += effect[at * lags + lag];
        totalBend[at] += bend[at * lags + lag];
      }
    }
  }

  /** Forecast of a row over an ordinary period of `months`, with effects sustained throughout. */
  fillRow(r: number, months: number): void {
    const { problem, beliefs, total, totalBend, table } = this;
    const { top, bottom, base } = this.rows[r];
    const counters = table.watched.length;
    const each = this.perPeriod(r, months);
    problem.numerator[r] = base;
    for (const { slot, weight } of top)
      problem.numerator[r] += each * weight * (months * beliefs.baseline[slot]);
    problem.denominator[r] = bottom === undefined ? 0 : months * beliefs.baseline[bottom.slot];
    problem.sd[r] = this.deviation(r, months, months);
    for (let k = 0; k < table.tactics; k++) {
      const at = k * this.rows.length + r;
      let effect = 0;
      let bend = 0;
      for (const { counter, weight } of top) {
        effect += each * weight * (months * total[k * counters + counter]);
        bend += each * weight * (months * totalBend[k * counters + counter]);
      }
      problem.effectNumerator[at] = effect;
      problem.bendNumerator[at] = bend;
      const below = bottom === undefined ? -1 : k * counters + bottom.counter;
      problem.effectDenominator[at] = below < 0 ? 0 : months * total[below];
      problem.bendDenominator[at] = below < 0 ? 0 : months * totalBend[below];
    }
  }

  /** What the weights of a row are per: 1, or for a rating the number of periods in a window of months. */
  private perPeriod(r: number, window: number): number {
    const { isRating, months } = this.rows[r];
    return isRating ? months / window : 1;
  }

  /** A row's metric over some ordinary months, at the habit. */
  usual(r: number, months: number): Forecast {
    const { beliefs, total, totalBend, table, habitResponse } = this;
    const { top, bottom, base } = this.rows[r];
    const counters = table.watched.length;
    const atHabit = ({ slot, counter }: RowPart) => {
      let sum = beliefs.baseline[slot];
      for (let k = 0; k < table.tactics; k++) {
        const u = habitResponse[k];
        sum += u * (total[k * counters + counter] + u * totalBend[k * counters + counter]);
      }
      return Math.max(sum, LEAST_SHARE * beliefs.baseline[slot]);
    };
    const each = this.perPeriod(r, months);
    let above = base;
    for (const part of top) above += each * part.weight * (months * atHabit(part));
    if (bottom === undefined) return { mean: above, sd: this.deviation(r, months, months) };
    const below = months * atHabit(bottom);
    if (!(below > 0)) return { mean: 0, sd: 0 };
    const ratio = above / below;
    return { mean: ratio, sd: ratioDeviation(beliefs, this.slots[r], ratio, below, months) };
  }

  /**
   * By how much row s moves with row r over some open months, per unit of r: their covariance over the
   * variance of r, by the delta method for ratios. 0 if r is certain.
   *
   * @param window length of the window of both, in months
   */
  regression(r: number, s: number, months: number, window: number): number {
    const { problem, beliefs } = this;
    const variance = problem.sd[r] * problem.sd[r];
    if (!(variance > 0)) return 0;
    const [of, to] = [this.gradient(r, window), this.gradient(s, window)];
    let sum = 0;
    for (const one of of)
      for (const other of to) sum += one.weight * other.weight * covarianceOf(beliefs, one.slot, other.slot);
    return (months * sum) / variance;
  }

  /** Change of a row for a unit of each of its counters, around the forecast. */
  private gradient(r: number, window: number): readonly { readonly slot: number; readonly weight: number }[] {
    const { top, bottom } = this.rows[r];
    const each = this.perPeriod(r, window);
    if (bottom === undefined) return top.map(({ slot, weight }) => ({ slot, weight: each * weight }));
    const below = this.problem.denominator[r];
    if (!(below > 0)) return [];
    const ratio = this.problem.numerator[r] / below;
    return [
      { slot: top[0].slot, weight: 1 / below },
      { slot: bottom.slot, weight: -ratio / below },
    ];
  }

  /** Forecast of a row at its next pay day given accruals, and the effects of this month's choice on it. */
  accrue(view: PlannerView, r: number, period: PeriodLeft): void {
    const { problem, rows, table } = this;
    const { top, bottom, base } = rows[r];
    const { month, from, left, later } = period;
    for (let k = 0; k < table.tactics; k++) {
      const place = k * rows.length + r;
      problem.effectNumerator[place] = 0;
      problem.bendNumerator[place] = 0;
      problem.effectDenominator[place] = 0;
      problem.bendDenominator[place] = 0;
    }
    const window = month - from + 1 + later;
    const each = this.perPeriod(r, window);
    problem.numerator[r] = base;
    for (const part of top) {
      const weight = each * part.weight;
      problem.numerator[r] +=
        weight * this.accrueCounter(view, r, period, part, weight, problem.effectNumerator);
    }
    problem.denominator[r] =
      bottom === undefined ? 0 : this.accrueCounter(view, r, period, bottom, 1, problem.effectDenominator);
    problem.sd[r] = this.deviation(r, left + later, window);
  }

  /**
   * Forecast of one counter of row r. Adds its effects, times a weight, to `effect`, and their bends to the
   * matching array.
   */
  private accrueCounter(
    view: PlannerView,
    r: number,
    { month, from, left, later }: PeriodLeft,
    { slot, counter }: RowPart,
    weight: number,
    effect: Float64Array,
  ): number {
    const { problem, beliefs, total, totalBend, table, habitResponse } = this;
    const { lags } = table;
    const counters = table.watched.length;
    const bend = effect === problem.effectNumerator ? problem.bendNumerator : problem.bendDenominator;
    let sum = view.reportedSoFar(slot);
    for (let i = from; i < month; i++) sum += view.reportedIn(i, slot);
    sum += (left + later) * beliefs.baseline[slot];
    for (let k = 0; k < table.tactics; k++) {
      const productive = problem.productive[k] === 1;
      const habit = habitResponse[k];
      const at = (k * counters + counter) * lags;
      let within = 0;
      let withinBend = 0;
      for (let lag = 0; lag <= later && lag < lags; lag++) {
        within += table.effect[at + lag];
        withinBend += table.bend[at + lag];
      }
      const place = k * this.rows.length + r;
      // Gaming adds to this month's earlier gaming, and crowds with it.
      effect[place] += weight * (productive ? within * left : within + 2 * view.units[k] * withinBend);
      bend[place] += productive ? 0 : weight * withinBend;
      if (habit === 0) continue;
      const all = habit * (total[k * counters + counter] + habit * totalBend[k * counters + counter]);
      const sameMonth = habit * (table.effect[at] + habit * table.bend[at]);
      const planned = habit * (within + habit * withinBend);
      sum += left * (all - sameMonth) + later * all - left * (planned - sameMonth);
    }
    return sum;
  }

  /**
   * Standard deviation of a row's metric with `months` of its window still open: delta method for ratios. The
   * noise of a rating is whole until it is given.
   */
  private deviation(r: number, months: number, window: number): number {
    const { isRating, noiseSd } = this.rows[r];
    if (isRating) {
      const each = this.perPeriod(r, window);
      return Math.sqrt(each * each * (months * this.spread[r]) + noiseSd * noiseSd);
    }
    if (this.rows[r].bottom === undefined) return Math.sqrt(months * this.spread[r]);
    const bottom = this.problem.denominator[r];
    if (!(bottom > 0)) return 0;
    return ratioDeviation(this.beliefs, this.slots[r], this.problem.numerator[r] / bottom, bottom, months);
  }
}

/** Monthly variance of a weighted sum of counters. */
function spreadOf(beliefs: Beliefs, parts: readonly RowPart[]): number {
  const { variance } = beliefs;
  let sum = 0;
  parts.forEach(({ slot, weight }, i) => {
    sum += weight * weight * variance[slot];
    for (const other of parts.slice(0, i))
      sum += 2 * weight * other.weight * covarianceOf(beliefs, slot, other.slot);
  });
  return Math.max(0, sum);
}
