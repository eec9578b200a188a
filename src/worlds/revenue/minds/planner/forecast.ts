import type { Problem } from '../../../../people/solver/problem.ts';
import { type Beliefs, covarianceOf, type RatioSlots, ratioDeviation } from '../../contract/beliefs.ts';
import type { PlannerView } from '../../contract/mind.ts';
import type { EffectTable, MetricRow } from './effectTable.ts';

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

  constructor(beliefs: Beliefs, table: EffectTable, problem: Problem, rows: readonly MetricRow[]) {
    this.beliefs = beliefs;
    this.table = table;
    this.problem = problem;
    this.rows = rows;
    this.habitResponse = new Float64Array(table.tactics);
    this.total = new Float64Array(table.tactics * table.watched.length);
    this.totalBend = new Float64Array(this.total.length);
    this.slots = rows.map(({ numerator, denominator }) => ({
      numerator,
      denominator,
      covariance: denominator < 0 ? 0 : covarianceOf(beliefs, numerator, denominator),
    }));
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
    const { numerator, denominator, top, bottom } = this.rows[r];
    const counters = table.watched.length;
    problem.numerator[r] = months * beliefs.baseline[numerator];
    problem.denominator[r] = denominator < 0 ? 0 : months * beliefs.baseline[denominator];
    problem.sd[r] = this.deviation(r, months);
    for (let k = 0; k < table.tactics; k++) {
      const at = k * this.rows.length + r;
      problem.effectNumerator[at] = months * total[k * counters + top];
      problem.bendNumerator[at] = months * totalBend[k * counters + top];
      problem.effectDenominator[at] = bottom < 0 ? 0 : months * total[k * counters + bottom];
      problem.bendDenominator[at] = bottom < 0 ? 0 : months * totalBend[k * counters + bottom];
    }
  }

  /** A row's metric over some ordinary months, at the habit. */
  usual(r: number, months: number): Forecast {
    const { beliefs, total, totalBend, table, habitResponse } = this;
    const { numerator, denominator, top, bottom } = this.rows[r];
    const counters = table.watched.length;
    const atHabit = (slot: number, counter: number) => {
      let sum = beliefs.baseline[slot];
      for (let k = 0; k < table.tactics; k++) {
        const u = habitResponse[k];
        sum += u * (total[k * counters + counter] + u * totalBend[k * counters + counter]);
      }
      return Math.max(sum, LEAST_SHARE * beliefs.baseline[slot]);
    };
    const above = months * atHabit(numerator, top);
    if (denominator < 0) return { mean: above, sd: Math.sqrt(months * beliefs.variance[numerator]) };
    const below = months * atHabit(denominator, bottom);
    if (!(below > 0)) return { mean: 0, sd: 0 };
    const ratio = above / below;
    return { mean: ratio, sd: ratioDeviation(beliefs, this.slots[r], ratio, below, months) };
  }

  /** Forecast of a row at its next pay day given accruals, and the effects of this month's choice on it. */
  accrue(view: PlannerView, r: number, period: PeriodLeft): void {
    const { problem } = this;
    const { numerator, denominator, top, bottom } = this.rows[r];
    problem.numerator[r] = this.accrueCounter(view, r, period, numerator, top, problem.effectNumerator);
    problem.denominator[r] =
      denominator < 0
        ? 0
        : this.accrueCounter(view, r, period, denominator, bottom, problem.effectDenominator);
    problem.sd[r] = this.deviation(r, period.left + period.later);
  }

  /**
   * Forecast of one counter of row r. Writes its effects into `effect`, and their bends into the matching
   * array.
   *
   * @param counter index among the counters watched
   */
  private accrueCounter(
    view: PlannerView,
    r: number,
    { month, from, left, later }: PeriodLeft,
    slot: number,
    counter: number,
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
      effect[place] = productive ? within * left : within + 2 * view.units[k] * withinBend;
      bend[place] = productive ? 0 : withinBend;
      if (habit === 0) continue;
      const all = habit * (total[k * counters + counter] + habit * totalBend[k * counters + counter]);
      const sameMonth = habit * (table.effect[at] + habit * table.bend[at]);
      const planned = habit * (within + habit * withinBend);
      sum += left * (all - sameMonth) + later * all - left * (planned - sameMonth);
    }
    return sum;
  }

  /** Standard deviation of a row's metric with `months` still open: delta method for ratios. */
  private deviation(r: number, months: number): number {
    const { variance } = this.beliefs;
    const { numerator, denominator } = this.rows[r];
    if (denominator < 0) return Math.sqrt(months * variance[numerator]);
    const bottom = this.problem.denominator[r];
    if (!(bottom > 0)) return 0;
    return ratioDeviation(this.beliefs, this.slots[r], this.problem.numerator[r] / bottom, bottom, months);
  }
}
