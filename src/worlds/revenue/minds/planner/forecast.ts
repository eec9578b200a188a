import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import type { Problem } from '../../../../people/solver/problem.ts';
import { type Beliefs, covarianceAtHabit, type RatioSlots, ratioDeviation } from '../../contract/beliefs.ts';
import { COUNTER } from '../../contract/counters.ts';
import type { PlannerView } from '../../contract/mind.ts';
import type { EffectTable, MetricRow, RowPart } from './effectTable.ts';
import { HabitEffects } from './habitEffects.ts';

/** Mean and standard deviation of a metric. */
export interface Forecast {
  readonly mean: number;
  readonly sd: number;
}

/** Least amount of a counter at the habit, as a share of the baseline: effects of several tactics add up. */
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
  private readonly problem: Problem;
  private readonly beliefs: Beliefs;
  private readonly table: EffectTable;
  /**
   * Values and slopes of effects summed over the lags up to one: [((tactic * counters + counter) * lags +
   * lag) * mostKnots + knot].
   */
  readonly within: Float64Array;
  readonly withinSlopes: Float64Array;
  readonly habit: HabitEffects;
  /** Counters of each row, and their monthly covariance; 0 if the metric is not a ratio. */
  private readonly slots: readonly RatioSlots[];
  /** Monthly variance of each row's weighted sum of counters. */
  private readonly spread: readonly number[];

  constructor(beliefs: Beliefs, table: EffectTable, problem: Problem, rows: readonly MetricRow[]) {
    const { spreadAtHabit: spread } = beliefs;
    const variance =
      spread === undefined
        ? beliefs.variance
        : beliefs.variance.map((each, slot) => each * spread[slot] * spread[slot]);
    this.beliefs = { ...beliefs, variance };
    this.table = table;
    this.problem = problem;
    this.rows = rows;
    const curves = table.tactics * table.watched.length * table.lags;
    this.within = new Float64Array(curves * table.mostKnots);
    this.withinSlopes = new Float64Array(this.within.length);
    this.habit = new HabitEffects(beliefs, table, problem, this);
    this.slots = rows.map(({ numerator, denominator, bottom }) => ({
      numerator,
      denominator,
      covariance: bottom === undefined ? 0 : covarianceAtHabit(beliefs, numerator, denominator),
    }));
    this.spread = rows.map(({ top }) => spreadOf(this.beliefs, top));
    this.sumEffects();
  }

  /** Sums effects over lags; call it when beliefs have changed. */
  sumEffects(): void {
    const { values, slopes, lags, mostKnots } = this.table;
    const { within, withinSlopes } = this;
    const each = lags * mostKnots;
    for (let at = 0; at < within.length; at++) {
      const isFirst = at % each < mostKnots;
      within[at] = values[at] + (isFirst ? 0 : within[at - mostKnots]);
      withinSlopes[at] = slopes[at] + (isFirst ? 0 : withinSlopes[at - mostKnots]);
    }
    this.habit.measure();
  }

  /** Sets the knots of all effects: this month's gaming adds to what is `done` already. */
  placeKnots(done?: ArrayLike<number>): void {
    const { problem, table } = this;
    table.knots.forEach((knots, k) => {
      problem.effects.setKnots(k, knots, done === undefined || problem.productive[k] === 1 ? 0 : done[k]);
    });
  }

  /** Forecast of a row over an ordinary period of `months`, with effects sustained throughout. */
  fillRow(r: number, months: number): void {
    const { problem, beliefs, within, withinSlopes, table } = this;
    const { top, bottom, base } = this.rows[r];
    const counters = table.watched.length;
    const { mostKnots, lags } = table;
    const total = (k: number, counter: number) => ((k * counters + counter + 1) * lags - 1) * mostKnots;
    const each = this.perPeriod(r, months);
    problem.numerator[r] = base;
    for (const { slot, weight } of top)
      problem.numerator[r] += each * weight * (months * beliefs.baseline[slot]);
    problem.denominator[r] = bottom === undefined ? 0 : months * beliefs.baseline[bottom.slot];
    const multiplied = this.table.addsUp ? 0 : 1;
    problem.reference[problem.topColumn(r)] = multiplied * (problem.numerator[r] - base);
    problem.reference[problem.bottomColumn(r)] = multiplied * problem.denominator[r];
    for (const { slot, weight } of top)
      problem.numerator[r] += each * weight * (months * this.habit.beyond(slot));
    if (bottom !== undefined) problem.denominator[r] += months * this.habit.beyond(bottom.slot);
    problem.sd[r] = this.deviation(r, months, months);
    for (let k = 0; k < table.tactics; k++) {
      for (let n = 0; n < table.knots[k].length; n++) {
        let value = 0;
        let slope = 0;
        for (const { counter, weight } of top) {
          const at = total(k, counter) + n;
          value += each * weight * (months * within[at]);
          slope += each * weight * (months * withinSlopes[at]);
        }
        problem.effects.set(k, n, problem.topColumn(r), value, slope);
        const below = bottom === undefined ? -1 : total(k, bottom.counter) + n;
        problem.effects.set(
          k,
          n,
          problem.bottomColumn(r),
          below < 0 ? 0 : months * within[below],
          below < 0 ? 0 : months * withinSlopes[below],
        );
      }
    }
  }

  /** What the weights of a row are per: 1, or for a rating the number of periods in a window of months. */
  private perPeriod(r: number, window: number): number {
    const { isRating, months } = this.rows[r];
    return isRating ? months / window : 1;
  }

  /** A row's metric over some ordinary months, at the habit. */
  usual(r: number, months: number): Forecast {
    const { beliefs } = this;
    const { top, bottom, base } = this.rows[r];
    const atHabit = (part: RowPart) =>
      Math.max(this.habit.amount(part), LEAST_SHARE * beliefs.baseline[part.slot]);
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
      for (const other of to)
        sum += one.weight * other.weight * covarianceAtHabit(beliefs, one.slot, other.slot);
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
    const { problem, rows } = this;
    const { top, bottom, base } = rows[r];
    const { month, from, left, later } = period;
    const { effects, reference } = problem;
    const above = problem.topColumn(r);
    const below = problem.bottomColumn(r);
    effects.clear(above);
    effects.clear(below);
    reference[above] = 0;
    reference[below] = 0;
    const window = month - from + 1 + later;
    const each = this.perPeriod(r, window);
    problem.numerator[r] = base;
    for (const part of top) {
      const weight = each * part.weight;
      problem.numerator[r] += weight * this.accrueCounter(view, period, part);
      this.addEffects(view, period, part, weight, above);
    }
    problem.denominator[r] = bottom === undefined ? 0 : this.accrueCounter(view, period, bottom);
    if (bottom !== undefined) this.addEffects(view, period, bottom, 1, below);
    problem.sd[r] = this.deviation(r, left + later, window);
  }

  /** Forecast of a counter at the pay day, without this month's choice. */
  private accrueCounter(view: PlannerView, { month, from, left, later }: PeriodLeft, part: RowPart): number {
    const lag = Math.min(later, this.table.lags - 1);
    let sum = part.slot === COUNTER.gamedScale ? this.scaleSoFar(view) : view.reportedSoFar(part.slot);
    for (let i = from; i < month; i++) sum += view.reportedIn(i, part.slot);
    // What this month's choice would add at the habit is chosen now.
    return sum + (left + later) * this.habit.amount(part) - left * this.habit.plannedWithin(part, lag);
  }

  /** The person's own gaming this month that can be sanctioned. */
  private scaleSoFar({ units }: PlannerView): number {
    return this.table.scaleEach.reduce((sum, each, k) => sum + each * units[k], 0);
  }

  /** Adds the effects of this month's choice on a counter at the pay day, times a weight, to a column. */
  private addEffects(
    view: PlannerView,
    { left, later }: PeriodLeft,
    { slot, counter }: RowPart,
    weight: number,
    column: number,
  ): void {
    const { problem, table, within, withinSlopes } = this;
    const { lags, mostKnots } = table;
    const { effects } = problem;
    const lag = Math.min(later, lags - 1);
    // Earlier work at the habit goes on multiplying what is left of the month.
    const earlier = this.habit.earlierFactor(counter, lag);
    if (!table.addsUp) problem.reference[column] += weight * left * earlier * this.beliefs.baseline[slot];
    for (let k = 0; k < table.tactics; k++) {
      const at = ((k * table.watched.length + counter) * lags + lag) * mostKnots;
      const knots = table.knots[k];
      const isWork = problem.productive[k] === 1;
      // Gaming adds to this month's earlier gaming.
      const units = isWork ? 0 : view.units[k];
      const done = units === 0 ? 0 : cubicAt(knots, within, withinSlopes, units, at);
      const amount = weight * (isWork ? left * earlier : 1);
      for (let n = 0; n < knots.length; n++)
        effects.add(k, n, column, amount * (within[at + n] - done), amount * withinSlopes[at + n]);
    }
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
      sum += 2 * weight * other.weight * covarianceAtHabit(beliefs, slot, other.slot);
  });
  return Math.max(0, sum);
}
