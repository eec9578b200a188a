import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import type { BestResponse } from '../../../../people/solver/bestResponse.ts';
import { isAlways, isInForce } from '../../../../plans/payroll.ts';
import type { Planner } from '../../contract/company.ts';
import type { EffectTable, RowPart } from './effectTable.ts';
import type { PlannerForecast } from './forecast.ts';

/** Step of the central differences, as a share of the forecast amount. */
const STEP = 0.001;

/** Value of a response as a curve, in dollars: [tactic * mostKnots + knot]. */
interface LaterCurves {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  isKnown: boolean;
}

/** Value of this month's work in later pay periods, at the habit. */
export class LaterWorth {
  /**
   * Value of a response in a later period as a curve, in dollars, and its slopes: [((component * tactics +
   * tactic) * lags + lag) * mostKnots + knot].
   */
  private readonly valuesUsd: Float64Array;
  private readonly slopesUsd: Float64Array;
  /**
   * Sums over the lags that reach later periods, by component and place in its period; stale if not known.
   */
  private readonly sums: readonly (readonly LaterCurves[])[];
  private readonly solver: BestResponse;
  private readonly forecast: PlannerForecast;
  private readonly table: EffectTable;
  private readonly planner: Pick<Planner, 'values' | 'pay'>;

  constructor(solver: BestResponse, forecast: PlannerForecast, table: EffectTable, { values, pay }: Planner) {
    this.solver = solver;
    this.forecast = forecast;
    this.table = table;
    const places = solver.problem.componentRow.length * table.tactics * table.lags * table.mostKnots;
    this.valuesUsd = new Float64Array(places);
    this.slopesUsd = new Float64Array(places);
    this.planner = { values, pay };
    const each = table.tactics * table.mostKnots;
    this.sums = pay.valued.map(({ months }) =>
      Array.from({ length: months }, () => ({
        values: new Float64Array(each),
        slopes: new Float64Array(each),
        isKnown: false,
      })),
    );
  }

  /**
   * Writes the value of this month's choice in later pay periods into the problem.
   *
   * @param left share of the month that is left
   * @param units gaming done this month, to which more is added: [tactic]
   */
  weigh(month: number, left: number, units: ArrayLike<number>): void {
    const { problem } = this.solver;
    const { effects, laterColumn, productive } = problem;
    const { tactics, knots, mostKnots } = this.table;
    effects.clear(laterColumn);
    for (let j = 0; j < this.sums.length; j++) {
      const { values, slopes } = this.curvesOf(j, month);
      for (let k = 0; k < tactics; k++) {
        const at = k * mostKnots;
        const isWork = productive[k] === 1;
        const done = isWork || units[k] === 0 ? 0 : cubicAt(knots[k], values, slopes, units[k], at);
        const amount = isWork ? left : 1;
        for (let n = 0; n < knots[k].length; n++)
          effects.add(k, n, laterColumn, amount * (values[at + n] - done), amount * slopes[at + n]);
      }
    }
  }

  /** Value of a response this month in later periods of a component. */
  private curvesOf(j: number, month: number): LaterCurves {
    const component = this.planner.pay.valued[j];
    const place = month % component.months;
    const curves = this.sums[j][place];
    if (curves.isKnown && isAlways(component)) return curves;
    const { tactics, lags, mostKnots } = this.table;
    const { foresightMonths, discountSharePerMonth, presentBiasShare } = this.planner.values;
    const { values, slopes } = curves;
    values.fill(0);
    slopes.fill(0);
    let weight = presentBiasShare;
    for (let lag = 0; lag < lags && lag <= foresightMonths; lag++, weight *= 1 - discountSharePerMonth) {
      if (lag <= component.months - 1 - place || !isInForce(component, month + lag)) continue;
      for (let k = 0; k < tactics; k++) {
        const from = ((j * tactics + k) * lags + lag) * mostKnots;
        for (let n = 0; n < mostKnots; n++) {
          values[k * mostKnots + n] += weight * this.valuesUsd[from + n];
          slopes[k * mostKnots + n] += weight * this.slopesUsd[from + n];
        }
      }
    }
    curves.isKnown = true;
    return curves;
  }

  /** Measures the values anew, around a habit. */
  measure(habit: Float64Array): void {
    const { problem } = this.solver;
    for (const places of this.sums) for (const curves of places) curves.isKnown = false;
    const { lags, tactics, watched, mostKnots, values, slopes } = this.table;
    const each = lags * mostKnots;
    for (let j = 0; j < problem.componentRow.length; j++) {
      const r = problem.componentRow[j];
      const { top, bottom } = this.forecast.rows[r];
      const worthTop = this.worthOf(j, problem.numerator, r, habit);
      const worthBottom = bottom === undefined ? 0 : this.worthOf(j, problem.denominator, r, habit);
      for (let k = 0; k < tactics; k++) {
        const from = (j * tactics + k) * each;
        this.valuesUsd.fill(0, from, from + each);
        this.slopesUsd.fill(0, from, from + each);
        const add = (part: RowPart, usdEach: number) => {
          const usd = usdEach * this.forecast.habit.othersFactor(k, part);
          const at = (k * watched.length + part.counter) * each;
          for (let i = 0; i < each; i++) {
            this.valuesUsd[from + i] += usd * values[at + i];
            this.slopesUsd[from + i] += usd * slopes[at + i];
          }
        };
        for (const part of top) add(part, worthTop * part.weight);
        if (bottom !== undefined) add(bottom, worthBottom);
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
