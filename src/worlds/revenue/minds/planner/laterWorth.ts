import type { BestResponse } from '../../../../people/solver/bestResponse.ts';
import type { EffectTable } from './effectTable.ts';
import type { PlannerForecast } from './forecast.ts';

/** Step of the central differences, as a share of the forecast amount. */
const STEP = 0.001;

/** Value of this month's work in later pay periods, at the habit. */
export class LaterWorth {
  /**
   * Value of a unit of response, and of its square, in a later period, in dollars: [(component * tactics +
   * tactic) * lags + lag]. The latter is 0 for productive tactics.
   */
  readonly effectUsd: Float64Array;
  readonly bendUsd: Float64Array;
  private readonly solver: BestResponse;
  private readonly forecast: PlannerForecast;
  private readonly table: EffectTable;

  constructor(solver: BestResponse, forecast: PlannerForecast, table: EffectTable) {
    this.solver = solver;
    this.forecast = forecast;
    this.table = table;
    const places = solver.problem.componentRow.length * table.tactics * table.lags;
    this.effectUsd = new Float64Array(places);
    this.bendUsd = new Float64Array(places);
  }

  /** Measures the values anew, around a habit. */
  measure(habit: Float64Array): void {
    const { problem } = this.solver;
    const { lags, tactics, watched, effect, bend } = this.table;
    for (let j = 0; j < problem.componentRow.length; j++) {
      const r = problem.componentRow[j];
      const { top, bottom } = this.forecast.rows[r];
      const worthTop = this.worthOf(j, problem.numerator, r, habit);
      const worthBottom = bottom === undefined ? 0 : this.worthOf(j, problem.denominator, r, habit);
      for (let k = 0; k < tactics; k++) {
        const isGaming = problem.productive[k] === 0;
        for (let lag = 0; lag < lags; lag++) {
          const at = (j * tactics + k) * lags + lag;
          this.effectUsd[at] = 0;
          this.bendUsd[at] = 0;
          for (const { counter, weight } of top) {
            const above = (k * watched.length + counter) * lags + lag;
            this.effectUsd[at] += worthTop * weight * effect[above];
            if (isGaming) this.bendUsd[at] += worthTop * weight * bend[above];
          }
          if (bottom === undefined) continue;
          const below = (k * watched.length + bottom.counter) * lags + lag;
          this.effectUsd[at] += worthBottom * effect[below];
          if (isGaming) this.bendUsd[at] += worthBottom * bend[below];
        }
      }
    }
  }

  /** Dollars that one unit of a component's counter adds in an ordinary period: central difference of pay. */
  private worthOf(component: number, forecast: Float64Array, row: number, habit: Float64Array): number {
    const { solver } = this;
    const { payScale } = solver.problem;
    const before = forecast[row];
    const step = STEP * Math.max(1e-9, Math.abs(before));
    const scale = payScale.slice();
    for (let i = 0; i < scale.length; i++) payScale[i] = i === component ? 1 : 0;
    forecast[row] = before + step;
    const up = solver.valueAt(habit);
    forecast[row] = before - step;
    const down = solver.valueAt(habit);
    forecast[row] = before;
    for (let i = 0; i < scale.length; i++) payScale[i] = scale[i];
    return (up - down) / (2 * step);
  }
}
