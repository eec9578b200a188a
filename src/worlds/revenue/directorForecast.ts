import type { Problem } from '../../people/solver/problem.ts';
import type { BeliefTable } from './beliefs.ts';
import type { Company, CompiledMetric } from './company.ts';
import { COUNTER_COUNT, REPORTED, type RunState } from './state.ts';

/** A metric as rows of a decision tell it apart. */
export interface MetricRow {
  readonly numerator: number;
  readonly denominator: number;
}

/** Every metric that components pay on or gates ask for, once. */
export function rowsOf(components: Company['directorPay']['components']): readonly MetricRow[] {
  const rows: MetricRow[] = [];
  for (const component of components)
    for (const { numerator, denominator } of [component, ...component.gates])
      if (indexOfRow(rows, { numerator, denominator }) < 0) rows.push({ numerator, denominator });
  return rows;
}

/** Where a metric stands among the rows; -1 if nowhere. */
export function indexOfRow(
  rows: readonly MetricRow[],
  metric: Pick<CompiledMetric, 'numerator' | 'denominator'>,
): number {
  return rows.findIndex(
    (row) => row.numerator === metric.numerator && row.denominator === metric.denominator,
  );
}

/**
 * What the director expects the metrics of their plan to be at the next pay day, put into the decision's problem row by row: mean and deviation of each, and what each tactic
 * does to it, by belief.
 */
export class DirectorForecast {
  private readonly company: Company;
  private readonly problem: Problem;
  private readonly beliefs: BeliefTable | undefined;
  readonly rows: readonly MetricRow[];
  /** What the habit's intensities do, tactic by tactic: productive ones with diminishing returns. */
  readonly habitResponse: Float64Array;
  /** Sum of all lags of an effect and of its bend: [tactic * counters + counter]. */
  private readonly total: Float64Array;
  private readonly totalBend: Float64Array;

  constructor(
    company: Company,
    beliefs: BeliefTable | undefined,
    problem: Problem,
    rows: readonly MetricRow[],
  ) {
    this.company = company;
    this.problem = problem;
    this.beliefs = beliefs;
    this.rows = rows;
    const { tactics } = company;
    this.habitResponse = new Float64Array(tactics.length);
    this.total = new Float64Array(tactics.length * COUNTER_COUNT);
    this.totalBend = new Float64Array(tactics.length * COUNTER_COUNT);
    this.sumEffects();
  }

  /** Adds up what tactics do at all lags: to be called when beliefs have changed. */
  sumEffects(): void {
    const { beliefs } = this;
    if (beliefs === undefined) return;
    this.total.fill(0);
    this.totalBend.fill(0);
    for (let at = 0; at < this.total.length; at++) {
      for (let lag = 0; lag < beliefs.lags; lag++) {
        this.total[at] += beliefs.effect[at * beliefs.lags + lag];
        this.totalBend[at] += beliefs.bend[at * beliefs.lags + lag];
      }
    }
  }

  /** Forecast of a row over a whole ordinary period, effects over the whole period. */
  fillRow(r: number, months: number): void {
    const { problem, company } = this;
    const beliefs = this.beliefs!;
    const { numerator, denominator } = this.rows[r];
    problem.numerator[r] = months * beliefs.baseline[numerator];
    problem.denominator[r] = denominator < 0 ? 0 : months * beliefs.baseline[denominator];
    problem.sd[r] = this.deviation(r, months, problem.numerator[r], problem.denominator[r]);
    for (let k = 0; k < company.tactics.length; k++) {
      const at = k * this.rows.length + r;
      const top = k * COUNTER_COUNT + numerator;
      const bottom = k * COUNTER_COUNT + denominator;
      problem.effectNumerator[at] = months * this.total[top];
      problem.bendNumerator[at] = months * this.totalBend[top];
      problem.effectDenominator[at] = denominator < 0 ? 0 : months * this.total[bottom];
      problem.bendDenominator[at] = denominator < 0 ? 0 : months * this.totalBend[bottom];
    }
  }

  /** Standard deviation of a row's metric when `months` of it are still open: delta method for ratios. */
  private deviation(r: number, months: number, top: number, bottom: number): number {
    const { variance, covariance } = this.beliefs!;
    const { numerator, denominator } = this.rows[r];
    if (denominator < 0) return Math.sqrt(months * variance[numerator]);
    if (!(bottom > 0)) return 0;
    const ratio = top / bottom;
    const spread =
      variance[numerator] -
      2 * ratio * covariance[numerator * COUNTER_COUNT + denominator] +
      ratio * ratio * variance[denominator];
    return Math.sqrt(months * Math.max(0, spread)) / bottom;
  }

  /** Forecast of a row at its next pay day from what has accrued, and the effect on it of the rest of this month. */
  accrue(state: RunState, r: number, m: number, months: number, left: number, later: number): void {
    const { problem, company } = this;
    const beliefs = this.beliefs!;
    const { numerator, denominator } = this.rows[r];
    const first = m - (m % months);
    for (let part = 0; part < 2; part++) {
      const counter = part === 0 ? numerator : denominator;
      const forecast = part === 0 ? problem.numerator : problem.denominator;
      const effect = part === 0 ? problem.effectNumerator : problem.effectDenominator;
      if (counter < 0) {
        forecast[r] = 0;
        continue;
      }
      let sum = state.month[REPORTED + counter];
      for (let i = first; i < m; i++) sum += state.months[i * 3 * COUNTER_COUNT + REPORTED + counter];
      sum += (left + later) * beliefs.baseline[counter];
      const bend = part === 0 ? problem.bendNumerator : problem.bendDenominator;
      for (let k = 0; k < company.tactics.length; k++) {
        const { productive } = company.tactics[k];
        const habit = this.habitResponse[k];
        const at = (k * COUNTER_COUNT + counter) * beliefs.lags;
        let within = 0;
        let withinBend = 0;
        for (let lag = 0; lag <= later && lag < beliefs.lags; lag++) {
          within += beliefs.effect[at + lag];
          withinBend += beliefs.bend[at + lag];
        }
        const slot = k * this.rows.length + r;
        // Gaming comes on top of what was done this month already, and crowds with it.
        effect[slot] = productive ? within * left : within + 2 * state.units[k] * withinBend;
        bend[slot] = productive ? 0 : withinBend;
        if (habit !== 0) {
          const all =
            habit *
            (this.total[k * COUNTER_COUNT + counter] + habit * this.totalBend[k * COUNTER_COUNT + counter]);
          const sameMonth = habit * (beliefs.effect[at] + habit * beliefs.bend[at]);
          const planned = habit * (within + habit * withinBend);
          sum += left * (all - sameMonth) + later * all - left * (planned - sameMonth);
        }
      }
      forecast[r] = sum;
    }
    problem.sd[r] = this.deviation(r, left + later, problem.numerator[r], problem.denominator[r]);
  }
}
