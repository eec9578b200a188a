import { choleskyOf } from '../core/numeric/cholesky.ts';
import { exp, log } from '../core/numeric/elementary.ts';
import { gaussLegendre } from '../core/numeric/gaussLegendre.ts';
import { logIntervalMass, normalCdf, normalDensity } from '../core/numeric/normal.ts';
import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/** Half the range of integration, in standard deviations: each tail beyond it has a mass below 1e-15. */
const REACH = 8;
/** Longest interval covered by one set of quadrature nodes, in standard deviations. */
const STRETCH = 2;
/** Quadrature rules by number of metrics: 10 nodes with one outer integral, 7 with two. */
const TEN = gaussLegendre(10);
const RULES = [TEN, TEN, gaussLegendre(7)];
/** Maximum number of intervals for one metric, apart from those that its kinks and gates add. */
const MOST_STRETCHES = 60;
/** Maximum shift of the integrand by risk aversion that is valued, in standard deviations. */
const MOST_TILT = 20;
/** Minimum independent part of a metric's standard deviation, as a share: below it, it is collinear. */
const LEAST_OWN_SHARE = 1e-4;

/** Pay on several metrics jointly. */
export interface JointTerms {
  readonly components: readonly {
    /** Index of the metric it pays on, and dollars as a function of that metric. */
    readonly row: number;
    readonly curve: PayoutCurve;
    /** Metrics that must each reach a level for this component to be paid. */
    readonly gates: readonly { readonly row: number; readonly level: number }[];
  }[];
  /** Covariance matrix of the metrics' noise, by rows. */
  readonly covariance: readonly (readonly number[])[];
  /** Cap on the total of all components, in dollars; default none. */
  readonly capUsd?: number;
  readonly riskAversionPerUsd: number;
}

/**
 * Value of non-separable pay: kinked curves on metrics with correlated normal noise, gates, and a cap on the
 * total.
 *
 * Noise is the Cholesky root times independent normals, metric by metric. Given all other metrics, pay is
 * piecewise linear in the last one (between kinks, gates and the cap), so that integral is exact (see
 * `certaintyEquivalent`). The others are integrated by Gauss-Legendre quadrature between kinks, where the
 * integrand is smooth.
 *
 * @throws RangeError for more than three metrics, for collinear metrics, and for a risk aversion that shifts
 * the integrand too far
 * @source the certainty equivalent -(1/r) ln E[exp(-r pay)] of constant absolute risk aversion
 */
export class JointPay {
  private readonly terms: JointTerms;
  /** Order in which the metrics are integrated. */
  private readonly order: readonly number[];
  private readonly rule: (typeof RULES)[number];
  private readonly root: readonly (readonly number[])[];
  private readonly tilt: readonly number[];
  private readonly edgesOf: readonly (readonly number[])[];
  /** Rough amount of pay at risk, in dollars. */
  private readonly atStakeUsd: number;
  private readonly value: Float64Array;
  private readonly z: Float64Array;

  constructor(given: JointTerms) {
    const size = given.covariance.length;
    if (size > 3) throw new RangeError('pay on more than three metrics that hang together cannot be valued');
    // The metric with the most pay at risk per standard deviation is integrated last, and exactly. That
    // smooths the integrand for those before it, including the kink of a cap.
    const stake = (row: number) =>
      given.components.reduce((sum, { row: own, curve }) => sum + (own === row ? curve.slopeSum : 0), 0) *
      Math.sqrt(given.covariance[row][row]);
    this.order = given.covariance.map((_, row) => row).sort((a, b) => stake(a) - stake(b) || a - b);
    const terms = reordered(given, this.order);
    const { covariance, components, riskAversionPerUsd } = terms;
    this.terms = terms;
    this.rule = RULES[size - 1];
    this.root = choleskyOf(covariance);
    this.root.forEach((row, i) => {
      if (!(row[i] > LEAST_OWN_SHARE * Math.sqrt(covariance[i][i])))
        throw new RangeError('metrics that repeat each other, or have no noise, cannot be valued together');
    });
    // Risk aversion shifts the integrand by r x slope x standard deviation, towards lower pay.
    this.tilt = covariance.map((_, i) =>
      components.reduce(
        (sum, { row, curve }) => sum + riskAversionPerUsd * curve.slopeSum * Math.abs(this.root[row][i]),
        0,
      ),
    );
    if (this.tilt.some((tilt, i) => tilt > MOST_TILT && i < size - 1))
      throw new RangeError(
        'pay on several metrics that hang together cannot be valued at so great a risk aversion',
      );
    this.edgesOf = covariance.map((_, row) =>
      [
        ...new Set(
          components.flatMap(({ row: own, curve, gates }) => [
            ...(own === row ? curve.knots : []),
            ...gates.filter((gate) => gate.row === row).map((gate) => gate.level),
          ]),
        ),
      ].sort((a, b) => a - b),
    );
    this.atStakeUsd = components.reduce(
      (sum, { row, curve, gates }) =>
        sum +
        curve.jumpSum +
        curve.slopeSum * Math.sqrt(covariance[row][row]) +
        (gates.length > 0 ? Math.abs(curve.base) : 0),
      0,
    );
    this.value = new Float64Array(size);
    this.z = new Float64Array(size);
  }

  /** Certainty equivalent of pay at given means of the metrics, in dollars. */
  equivalent(mean: ArrayLike<number>): number {
    const { riskAversionPerUsd: r } = this.terms;
    // Where risk is negligible, so is the premium, and a logarithm would lose precision.
    if (!(r * this.atStakeUsd > 1e-8)) return this.expected(mean);
    return (
      -this.over(
        0,
        this.order.map((row) => mean[row]),
        r,
      ) / r
    );
  }

  /** Expected pay at given means of the metrics, in dollars. */
  expected(mean: ArrayLike<number>): number {
    return this.over(
      0,
      this.order.map((row) => mean[row]),
      0,
    );
  }

  /**
   * Integral over metrics i and later, given the earlier ones: expected pay or, if r > 0, ln E[exp(-r pay)].
   */
  private over(i: number, mean: ArrayLike<number>, r: number): number {
    const own = this.root[i][i];
    let middle = mean[i];
    for (let j = 0; j < i; j++) middle += this.root[i][j] * this.z[j];
    if (i === this.root.length - 1) return this.overLast(i, middle, own, r);
    const reach = REACH + (r > 0 ? this.tilt[i] : 0);
    const ends: number[] = [-reach];
    for (const edge of this.edgesOf[i]) {
      const at = (edge - middle) / own;
      if (at > -reach && at < reach) ends.push(at);
    }
    ends.push(reach);
    // Later metrics' own noise smooths their kinks: the less of it, the shorter the intervals must be.
    let stretch = STRETCH;
    for (let later = i + 1; later < this.root.length; later++) {
      const pull = Math.abs(this.root[later][i]);
      if (pull > 0) stretch = Math.min(stretch, (2 * this.root[later][later]) / pull);
    }
    stretch = Math.max(stretch, (2 * reach) / MOST_STRETCHES);
    const { nodes, weights } = this.rule;
    let sum = 0;
    let largest = -Infinity;
    for (let e = 0; e + 1 < ends.length; e++) {
      const pieces = Math.ceil((ends[e + 1] - ends[e]) / stretch);
      const half = (ends[e + 1] - ends[e]) / (2 * pieces);
      for (let piece = 0; piece < pieces; piece++) {
        const centre = ends[e] + (2 * piece + 1) * half;
        for (let n = 0; n < nodes.length; n++) {
          const z = centre + half * nodes[n];
          this.z[i] = z;
          this.value[i] = middle + own * z;
          const weight = half * weights[n] * normalDensity(z);
          const inner = this.over(i + 1, mean, r);
          if (r === 0) sum += weight * inner;
          else {
            const term = log(weight) + inner;
            if (term > largest) {
              sum = sum * exp(largest - term) + 1;
              largest = term;
            } else sum += exp(term - largest);
          }
        }
      }
    }
    return r === 0 ? sum : largest + log(sum);
  }

  /** Exact integral over the last metric: pay is linear between kinks, gates and the cap. */
  private overLast(i: number, middle: number, sd: number, r: number): number {
    const { capUsd = Infinity } = this.terms;
    const edges = this.edgesOf[i];
    let sum = 0;
    let largest = -Infinity;
    const add = (left: number, right: number, base: number, slope: number) => {
      if (!(right > left)) return;
      const from = (left - middle) / sd;
      const to = (right - middle) / sd;
      if (r === 0) {
        const mass = from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
        sum += (base + slope * middle) * mass + slope * sd * (normalDensity(from) - normalDensity(to));
        return;
      }
      const rb = r * slope * sd;
      const term = -r * (base + slope * middle) + (rb * rb) / 2 + logIntervalMass(from + rb, to + rb);
      if (term === -Infinity) return;
      if (term > largest) {
        sum = sum * exp(largest - term) + 1;
        largest = term;
      } else sum += exp(term - largest);
    };
    for (let e = 0; e <= edges.length; e++) {
      const left = e === 0 ? -Infinity : edges[e - 1];
      const right = e === edges.length ? Infinity : edges[e];
      const inside =
        e === 0
          ? edges.length === 0
            ? middle
            : edges[0] - sd
          : e === edges.length
            ? edges[e - 1] + sd
            : 0.5 * (left + right);
      this.value[i] = inside;
      const pay = this.payNow();
      const slope = this.slopeNow(i);
      const base = pay - slope * inside;
      const crossing = slope === 0 ? NaN : (capUsd - base) / slope;
      if (crossing > left && crossing < right) {
        add(left, crossing, slope > 0 ? base : capUsd, slope > 0 ? slope : 0);
        add(crossing, right, slope > 0 ? capUsd : base, slope > 0 ? 0 : slope);
      } else if (pay > capUsd) add(left, right, capUsd, 0);
      else add(left, right, base, slope);
    }
    return r === 0 ? sum : largest + log(sum);
  }

  /** Pay at the current values of the metrics, before the cap. */
  private payNow(): number {
    let pay = 0;
    for (const { row, curve, gates } of this.terms.components)
      if (gates.every((gate) => this.value[gate.row] >= gate.level)) pay += payoutAt(curve, this.value[row]);
    return pay;
  }

  /** Marginal pay with respect to one metric at the current values, before the cap. */
  private slopeNow(i: number): number {
    let total = 0;
    for (const { row, curve, gates } of this.terms.components) {
      if (row !== i || !gates.every((gate) => this.value[gate.row] >= gate.level)) continue;
      total += curve.slope;
      for (let k = 0; k < curve.knots.length && this.value[i] >= curve.knots[k]; k++)
        total += curve.slopeChanges[k];
    }
    return total;
  }
}

/** The same terms with the metrics permuted. */
function reordered({ components, covariance, ...rest }: JointTerms, order: readonly number[]): JointTerms {
  const placeOf = (row: number) => order.indexOf(row);
  return {
    ...rest,
    covariance: order.map((a) => order.map((b) => covariance[a][b])),
    components: components.map(({ row, curve, gates }) => ({
      row: placeOf(row),
      curve,
      gates: gates.map((gate) => ({ row: placeOf(gate.row), level: gate.level })),
    })),
  };
}
