import type { PayoutCurve } from '../../plans/payoutCurve.ts';

/**
 * One decision of one person, as data: choose the intensities a_k of their tactics to maximise
 *
 *   sum_j payScale_j CE[kept_j P_j(x_j)] prod_gates P(gate met) prod_factors E[f]
 *     + sum_k (shadow_k u_k + shadowBend_k u_k^2)
 *     - sum_productive 1/2 cost_k (a_k - 1)^2 - sum_{k<i} crossCost_ki (a_k - 1)(a_i - 1)
 *     - sum_gaming cost_k a_k - fixedGamingCost 1{any gaming}
 *
 * subject to bounds and an hours budget. Gates and factors that move with the component's metric are valued
 * with it, see `ConditionalPay`.
 *
 * A productive tactic has intensity a (1 = baseline) and response u = (w a + 1 - w)^elasticity - 1, where w
 * is this person's share of all hours put into it. A gaming tactic has intensity a (0 = none) and u = a.
 *
 * Row r is a forecast metric: normal with mean x_r = (num_r + sum_k u_k effectNum_kr + u_k^2 bendNum_kr) /
 * (den_r + ...) and standard deviation sd_r. If den_r is 0, x_r is the numerator alone; otherwise the
 * denominator has a floor, see `ForecastRows`. The quadratic (bend) terms describe crowding.
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
  /** Effect of one unit of response: [tactic * rows + row]. */
  readonly effectNumerator: Float64Array;
  readonly effectDenominator: Float64Array;
  /** Effect of the squared response, same layout; negative for crowding. */
  readonly bendNumerator: Float64Array;
  readonly bendDenominator: Float64Array;

  /** 1 for productive tactics, 0 for gaming. */
  readonly productive: Uint8Array;
  readonly elasticity: Float64Array;
  /** This person's share of all hours put into a productive tactic, above 0. */
  readonly weight: Float64Array;
  /** In dollars. Productive: coefficient of the quadratic cost around the baseline. Gaming: cost per unit. */
  readonly cost: Float64Array;
  /**
   * Cross costs between productive tactics, in dollars: [tactic * tactics + tactic], symmetric, diagonal
   * ignored. Positive for substitutes, negative for complements. Absent if there are none.
   */
  crossCost: Float64Array | undefined;
  /** Value of one unit of response in later pay periods, and of its square, in dollars. */
  readonly shadow: Float64Array;
  readonly shadowBend: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Hours used at intensity 1; gaming takes none. */
  readonly hours: Float64Array;
  hoursBudget = Infinity;
  fixedGamingCost = 0;
  riskAversionPerUsd = 0;
  /** Size of the pay at stake, in dollars: improvements far below it are not pursued. */
  valueScale = 1;

  constructor(tactics: number, rows: number) {
    const byTactic = () => new Float64Array(tactics);
    const byRow = () => new Float64Array(rows);
    const byBoth = () => new Float64Array(tactics * rows);
    this.tactics = tactics;
    this.rows = rows;
    this.numerator = byRow();
    this.denominator = byRow();
    this.sd = byRow();
    this.effectNumerator = byBoth();
    this.effectDenominator = byBoth();
    this.bendNumerator = byBoth();
    this.bendDenominator = byBoth();
    this.productive = new Uint8Array(tactics);
    this.elasticity = byTactic().fill(1);
    this.weight = byTactic().fill(1);
    this.cost = byTactic();
    this.shadow = byTactic();
    this.shadowBend = byTactic();
    this.lower = byTactic();
    this.upper = byTactic();
    this.hours = byTactic();
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
