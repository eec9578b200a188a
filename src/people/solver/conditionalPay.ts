import { MOST_CORRELATION } from '../../core/numeric/bivariateNormal.ts';
import { exp, log } from '../../core/numeric/elementary.ts';
import { gaussLegendre } from '../../core/numeric/gaussLegendre.ts';
import { normalCdf } from '../../core/numeric/normal.ts';
import { certaintyEquivalent } from '../../plans/certaintyEquivalent.ts';
import { expectedPayout } from '../../plans/expectedPayout.ts';
import { type GatedMetric, gatedPay } from '../../plans/gatedPay.ts';
import { type PayoutCurve, payoutAt } from '../../plans/payoutCurve.ts';
import type { ForecastRows } from './forecastRows.ts';
import type { Problem } from './problem.ts';

/** Half the range of integration, and the longest stretch of one set of nodes, in standard deviations. */
const REACH = 7;
const STRETCH = 3.5;
const { nodes, weights } = gaussLegendre(8);
const NONE = -1;
const SEVERAL = -2;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Floor on the unexplained deviation of a gate's metric, as a share of all of it. */
const LEAST_OWN_SHARE = 1e-3;
/** Step of central differences, in standard deviations. */
const STEP = 1e-4;
/** Ratio of explained to unexplained deviation above which a gate's transition needs nodes of its own. */
const STEEP = 1;
/** Break points around a gate's transition, in standard deviations of the unexplained part. */
const OPENING = [-3, -1, 0, 1, 3];

/** Whether a component is paid by chance, or has gates or factors that move with its own metric. */
export function isConditional({ keptShare, gateComponent, gateShare }: Problem, j: number): boolean {
  if (keptShare[j] < 1) return true;
  for (let g = 0; g < gateComponent.length; g++)
    if (gateComponent[g] === j && gateShare[g] !== 0) return true;
  return false;
}

/** Valuation of conditional components; undefined if a problem has none. */
export function conditionalPayOf(problem: Problem, rows: ForecastRows): ConditionalPay | undefined {
  const has = problem.gateRow.length > 0 || problem.keptShare.some((share) => share < 1);
  return has ? new ConditionalPay(problem, rows) : undefined;
}

/**
 * Certainty equivalent of a component that is paid by chance, or with gates and factors whose metrics move
 * with its own.
 *
 * Given the component's metric X = x, each gate's metric is normal with mean y + b (x - mean) and the part of
 * its variance that X does not explain; gates are independent given X. Pay is P(x) if all gates are met and
 * the promise is kept, times the expected factors.
 *
 * Formula: -(1/r) ln E[1 - g(X) + g(X) exp(-r P(X) f(X))], g the chance of both, f the product
 * of expected factors; E[g P f] for r = 0. Gauss-Legendre between the kinks of P and where gates open.
 */
export class ConditionalPay {
  private readonly problem: Problem;
  private readonly rows: ForecastRows;
  /** Means of the gates' metrics: [gate]. */
  private readonly gateMean: Float64Array;
  private readonly ownSd: Float64Array;
  /** The only gate of each component; {@link NONE} without one, {@link SEVERAL} with others or factors. */
  private readonly gateOf: readonly number[];
  /** Arguments of {@link gatedPay}, reused. */
  private readonly metric: GatedMetric = { mean: 0, sd: 0, limit: 0, correlation: 0 };
  private edges = new Float64Array(64);
  private count = 0;

  constructor(problem: Problem, rows: ForecastRows) {
    this.rows = rows;
    const gates = problem.gateRow.length;
    this.problem = problem;
    this.gateMean = new Float64Array(gates);
    this.gateOf = problem.componentRow.map((_, j) => onlyGate(problem, j));
    this.ownSd = new Float64Array(gates);
  }

  /** Value of component j if tactic k's response moves to `u`, without its scale, in dollars. */
  at(j: number, k: number, u: number): number {
    const { gateRow, componentRow } = this.problem;
    for (let g = 0; g < gateRow.length; g++) this.gateMean[g] = this.rows.at(gateRow[g], k, u);
    return this.equivalent(j, this.rows.at(componentRow[j], k, u));
  }

  /** Derivative of {@link at} with respect to the component's own metric, at the trial point. */
  slope(j: number): number {
    const step = STEP * this.problem.sd[this.problem.componentRow[j]];
    if (!(step > 0)) return 0;
    const mean = this.takeMeans(j);
    return (this.equivalent(j, mean + step) - this.equivalent(j, mean - step)) / (2 * step);
  }

  /** Derivative with respect to gate g's metric. */
  pull(g: number): number {
    const { gateRow, gateComponent, sd } = this.problem;
    const step = STEP * sd[gateRow[g]];
    if (!(step > 0)) return 0;
    const j = gateComponent[g];
    const mean = this.takeMeans(j);
    const middle = this.gateMean[g];
    this.gateMean[g] = middle + step;
    const above = this.equivalent(j, mean);
    this.gateMean[g] = middle - step;
    return (above - this.equivalent(j, mean)) / (2 * step);
  }

  private takeMeans(j: number): number {
    const { gateRow, componentRow } = this.problem;
    for (let g = 0; g < gateRow.length; g++) this.gateMean[g] = this.rows.now(gateRow[g]);
    return this.rows.now(componentRow[j]);
  }

  private equivalent(j: number, mean: number): number {
    const { problem } = this;
    const r = problem.riskAversionPerUsd;
    const sd = problem.sd[problem.componentRow[j]];
    const curve = problem.componentCurve[j];
    const gate = this.gateOf[j];
    if (gate === NONE) return ifKept(problem.keptShare[j], certaintyEquivalent(curve, mean, sd, r), r);
    if (gate >= 0 && sd > 0) {
      const all = problem.sd[problem.gateRow[gate]];
      const correlation = (problem.gateShare[gate] * sd) / all;
      if (Math.abs(correlation) <= MOST_CORRELATION) {
        const sign = problem.gateSign[gate];
        const { metric } = this;
        metric.mean = mean;
        metric.sd = sd;
        metric.limit = (sign * (this.gateMean[gate] - problem.gateLevel[gate])) / all;
        metric.correlation = -sign * correlation;
        return gatedPay(curve, metric, problem.keptShare[j], r);
      }
    }
    this.findOwnDeviations(j, sd);
    return sd > 0 ? this.bySum(j, mean, sd, r) : this.certain(j, mean, r);
  }

  /** By quadrature: several gates, factors, or a gate that says nearly the same as the metric. */
  private bySum(j: number, mean: number, sd: number, r: number): number {
    const { problem } = this;
    const curve = problem.componentCurve[j];
    this.findEdges(j, mean, sd, curve);
    const { edges } = this;
    let sum = 0;
    for (let i = 0; i + 1 < this.count; i++) {
      const half = (edges[i + 1] - edges[i]) / 2;
      if (!(half > 0)) continue;
      const middle = (edges[i + 1] + edges[i]) / 2;
      for (let n = 0; n < nodes.length; n++) {
        const z = middle + half * nodes[n];
        const x = mean + sd * z;
        const density = (half * weights[n] * exp(-0.5 * z * z)) / ROOT_TWO_PI;
        const pay = payoutAt(curve, x) * this.factor(j, x, mean);
        const met = problem.keptShare[j] * this.passed(j, x, mean);
        sum += density * met * (r > 0 ? exp(-r * pay) - 1 : pay);
      }
    }
    return r > 0 ? -log(1 + sum) / r : sum;
  }

  /** The same if the component's metric is certain. */
  private certain(j: number, mean: number, r: number): number {
    const pay = payoutAt(this.problem.componentCurve[j], mean) * this.factor(j, mean, mean);
    const met = this.problem.keptShare[j] * this.passed(j, mean, mean);
    return r > 0 ? -log(1 + met * (exp(-r * pay) - 1)) / r : met * pay;
  }

  /** Standard deviations of the gates' metrics that the component's metric does not explain. */
  private findOwnDeviations(j: number, sd: number): void {
    const { gateComponent, gateRow, gateShare, sd: sdOf } = this.problem;
    for (let g = 0; g < gateComponent.length; g++) {
      if (gateComponent[g] !== j) continue;
      const all = sdOf[gateRow[g]];
      const explained = gateShare[g] * sd;
      const least = LEAST_OWN_SHARE * all;
      this.ownSd[g] = Math.sqrt(Math.max(least * least, all * all - explained * explained));
    }
  }

  /** Sorted ends of the stretches, in standard deviations from the mean. */
  private findEdges(j: number, mean: number, sd: number, curve: PayoutCurve): void {
    const { gateComponent, gateRow, gateShare, gateLevel, gateCurve } = this.problem;
    const most = 20 + curve.knots.length + OPENING.length * gateRow.length;
    if (this.edges.length < most) this.edges = new Float64Array(2 * most);
    this.count = 0;
    for (let z = -REACH; z <= REACH + 1e-9; z += STRETCH) this.addEdge(z);
    this.addEdge(REACH);
    for (let i = 0; i < curve.knots.length; i++) this.addEdge((curve.knots[i] - mean) / sd);
    for (let g = 0; g < gateComponent.length; g++) {
      const explained = gateShare[g] * sd;
      const isSteep = Math.abs(explained) > STEEP * this.ownSd[g];
      if (gateComponent[g] !== j || gateCurve[g] !== undefined || !isSteep) continue;
      for (const own of OPENING)
        this.addEdge((gateLevel[g] - this.gateMean[g] + own * this.ownSd[g]) / explained);
    }
    this.edges.subarray(0, this.count).sort();
  }

  private addEdge(z: number): void {
    if (z >= -REACH && z <= REACH) this.edges[this.count++] = z;
  }

  /** Chance that all gates of a component are met, given its metric. */
  private passed(j: number, x: number, mean: number): number {
    const { gateComponent, gateLevel, gateSign, gateCurve, gateShare } = this.problem;
    let chance = 1;
    for (let g = 0; g < gateComponent.length; g++) {
      if (gateComponent[g] !== j || gateCurve[g] !== undefined) continue;
      const gap = (this.gateMean[g] + gateShare[g] * (x - mean) - gateLevel[g]) * gateSign[g];
      chance *= this.ownSd[g] > 0 ? normalCdf(gap / this.ownSd[g]) : gap >= 0 ? 1 : 0;
    }
    return chance;
  }

  /** Product of a component's expected factors, given its metric. */
  private factor(j: number, x: number, mean: number): number {
    const { gateComponent, gateCurve, gateShare } = this.problem;
    let factor = 1;
    for (let g = 0; g < gateComponent.length; g++) {
      const curve = gateCurve[g];
      if (gateComponent[g] !== j || curve === undefined) continue;
      factor *= Math.max(
        0,
        expectedPayout(curve, this.gateMean[g] + gateShare[g] * (x - mean), this.ownSd[g]),
      );
    }
    return factor;
  }
}

function onlyGate({ gateComponent, gateCurve }: Problem, j: number): number {
  let only = NONE;
  for (let g = 0; g < gateComponent.length; g++) {
    if (gateComponent[g] !== j) continue;
    only = only === NONE && gateCurve[g] === undefined ? g : SEVERAL;
  }
  return only;
}

/** Certainty equivalent of an amount that is paid with a chance. */
function ifKept(share: number, usd: number, r: number): number {
  return r > 0 ? -log(1 - share + share * exp(-r * usd)) / r : share * usd;
}
