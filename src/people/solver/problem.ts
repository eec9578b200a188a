import type { PayoutCurve } from '../../plans/payoutCurve.ts';
import { EffectCurves } from './effectCurves.ts';

/**
 * One decision of one person, as data: choose the intensities a_k of their tactics to maximise
 *
 *   sum_j payScale_j CE[kept_j P_j(x_j)] prod_gates P(gate met) prod_factors E[f]
 *     + sum_k later_k(u_k)
 *     - sum_productive 1/2 cost_k (a_k - 1)^2 - sum_{k<i} crossCost_ki (a_k - 1)(a_i - 1)
 *     - sum_gaming (cost_k a_k + trouble_k ((done_k + a_k)^3 - done_k^3)) - fixedGamingCost 1{any gaming}
 *
 * subject to bounds and an hours budget. Gates and factors that move with the component's metric are valued
 * with it, see `ConditionalPay`.
 *
 * A productive tactic has intensity a (1 = baseline) and response u = (w a + 1 - w)^elasticity - 1, where w
 * is this person's share of all hours put into it. A gaming tactic has intensity a (0 = none) and u = a.
 *
 * Row r is a forecast metric: normal with mean x_r = (num_r + effects on it) / (den_r + effects on it) and
 * standard deviation sd_r. If den_r is 0, x_r is the numerator alone; otherwise the denominator has a floor,
 * see `ForecastRows`. The effects on a numerator or denominator are R (prod_work (1 + f_k(u_k) / R) - 1) +
 * sum_gaming f_k(u_k), where R is its reference: each step of a funnel works on what the one before left.
 * With R = 0 all effects add up. The curves f_k and later_k are 0 at 0.
 *
 * The caller fills the arrays; the solver only reads them.
 */
export class Problem {
  readonly tactics: number;
  readonly rows: number;

  /** Pay components: the row each pays on, its payout curve, and a multiplier on its value. */
  readonly componentRow: number[] = [];
  readonly componentCurve: PayoutCurve[] = [];
  readonly payScale: number[] = [];
  /** Chance that a component is paid at all, whatever its metric. */
  readonly keptShare: number[] = [];
  /** Gates: the component of each, its row, its level, and +1 (at least) or -1 (at most). */
  readonly gateComponent: number[] = [];
  readonly gateRow: number[] = [];
  readonly gateLevel: number[] = [];
  readonly gateSign: number[] = [];
  /**
   * By how much a gate's metric moves with the component's own, per unit of it: their covariance over the
   * variance of the latter. 0: independent.
   */
  readonly gateShare: number[] = [];
  /** Factor in place of a chance: the expectation of this curve of the gate's row; undefined for a gate. */
  readonly gateCurve: (PayoutCurve | undefined)[] = [];
  /**
   * Value of total pay at given means of the rows, in dollars, where components are not separable (correlated
   * noise, a cap on the total). The curves then only guide the search, and gates are part of this function.
   */
  joint: ((means: Float64Array) => number) | undefined;

  readonly numerator: Float64Array;
  /** 0 if the metric is not a ratio. */
  readonly denominator: Float64Array;
  readonly sd: Float64Array;
  /** Amount that effects of work multiply, of numerators and denominators: [column]; 0: effects add up. */
  readonly reference: Float64Array;
  /** What a response of each tactic does: to numerators, to denominators, and later; see the columns. */
  readonly effects: EffectCurves;

  /** 1 for productive tactics, 0 for gaming. */
  readonly productive: Uint8Array;
  readonly elasticity: Float64Array;
  /** This person's share of all hours put into a productive tactic, above 0. */
  readonly weight: Float64Array;
  /** In dollars. Productive: coefficient of the quadratic cost around the baseline. Gaming: cost per unit. */
  readonly cost: Float64Array;
  /**
   * Gaming: trouble of implausible numbers, in dollars at intensity 1, which grows with the cube of all that
   * was done; and intensity done before this decision.
   */
  readonly trouble: Float64Array;
  readonly done: Float64Array;
  /**
   * Cross costs between productive tactics, in dollars: [tactic * tactics + tactic], symmetric, diagonal
   * ignored. Positive for substitutes, negative for complements. Absent if there are none.
   */
  crossCost: Float64Array | undefined;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Hours used at intensity 1; gaming takes none. */
  readonly hours: Float64Array;
  hoursBudget = Infinity;
  fixedGamingCost = 0;
  riskAversionPerUsd = 0;
  /** Size of the pay at stake, in dollars: improvements far below it are not pursued. */
  valueScale = 1;

  /** @param mostKnots largest number of knots of an effect; effects with one are lines */
  constructor(tactics: number, rows: number, mostKnots = 1) {
    const byTactic = () => new Float64Array(tactics);
    const byRow = () => new Float64Array(rows);
    this.tactics = tactics;
    this.rows = rows;
    this.numerator = byRow();
    this.denominator = byRow();
    this.sd = byRow();
    this.reference = new Float64Array(2 * rows);
    this.effects = new EffectCurves(tactics, 2 * rows + 1, mostKnots);
    this.productive = new Uint8Array(tactics);
    this.elasticity = byTactic().fill(1);
    this.weight = byTactic().fill(1);
    this.cost = byTactic();
    this.trouble = byTactic();
    this.done = byTactic();
    this.lower = byTactic();
    this.upper = byTactic();
    this.hours = byTactic();
  }

  /** Column of the effects on the numerator of a row. */
  topColumn(row: number): number {
    return row;
  }

  /** Column of the effects on the denominator of a row. */
  bottomColumn(row: number): number {
    return this.rows + row;
  }

  /** Column of the value in later pay periods, in dollars. */
  get laterColumn(): number {
    return 2 * this.rows;
  }

  /** Adds a pay component and returns its index. */
  addComponent(row: number, curve: PayoutCurve, payScale = 1): number {
    this.componentRow.push(row);
    this.componentCurve.push(curve);
    this.keptShare.push(1);
    return this.payScale.push(payScale) - 1;
  }

  /** Makes a component pay only if a row reaches a level (sign +1) or stays at or below it (sign -1). */
  addGate(component: number, row: number, level: number, sign: number): void {
    this.gateComponent.push(component);
    this.gateRow.push(row);
    this.gateLevel.push(level);
    this.gateSign.push(sign);
    this.gateCurve.push(undefined);
    this.gateShare.push(0);
  }
  /** Multiplies a component by the expectation of a curve of a row. */
  addFactor(component: number, row: number, curve: PayoutCurve): void {
    this.addGate(component, row, 0, 1);
    this.gateCurve[this.gateCurve.length - 1] = curve;
  }
}
