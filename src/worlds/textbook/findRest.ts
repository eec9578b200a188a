import { BestResponse } from '../../people/solver/bestResponse.ts';
import { Problem } from '../../people/solver/problem.ts';
import type { JointPay } from '../../plans/jointPay.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from '../../plans/payoutCurve.ts';
import { dot } from './dot.ts';
import { leastEffort, mostEffort } from './effortBounds.ts';
import { makeJointPay } from './makeJointPay.ts';
import { makePayCurve } from './makePayCurve.ts';
import type { PaidMetrics } from './paidMetrics.ts';
import { addedByOthers } from './seenMetric.ts';

/** Number of points sampled in a search whose evaluations are expensive. */
const FEW_SCATTERED = 40;
const MOST_ROUNDS = 100;
/** Rounds without progress after which the iteration is given up. */
const PATIENCE = 10;

/** Fixed point of best-response iteration, and pay there. */
export interface Rest {
  readonly effort: readonly number[];
  /** Payout curve of each paid metric. */
  readonly curves: readonly PayoutCurve[];
  /** Total pay, if it is not separable by metric. */
  readonly joint: JointPay | undefined;
  /** Whether the iteration converged; otherwise this is where it was given up. */
  readonly settled: boolean;
}

/** Symmetric equilibrium, by best-response iteration from the baseline. */
export function findRest(paid: PaidMetrics): Rest {
  const { world, plan, used } = paid;
  const { tasks, metrics } = world;
  const baseline = tasks.map((task) => task.baseline ?? 0);
  const problem = makeProblem(paid, baseline);
  const solver = new BestResponse(problem);
  const isContest = used.some((m) => metrics[m].scope === 'best-of');
  let joint: JointPay | undefined;
  let effort = baseline;
  let curves: PayoutCurve[] = [];
  let settled = false;
  let least = Infinity;
  let sinceLeast = 0;
  for (let round = 0; round < MOST_ROUNDS && !settled && sinceLeast < PATIENCE; round++) {
    curves = used.map((m) => makePayCurve(plan, metrics[m], world, effort));
    joint = makeJointPay(paid, curves);
    setPay(problem, paid, curves, joint);
    setOthers(problem, paid, baseline, effort);
    // Joint pay on three metrics takes milliseconds per evaluation.
    if (joint !== undefined && used.length > 2) solver.scattered = FEW_SCATTERED;
    solver.solve();
    const next = tasks.map((_, k) => baseline[k] + solver.intensity[k] - 1);
    const moved = next.reduce((most, value, k) => Math.max(most, Math.abs(value - effort[k])), 0);
    // Damped updates in contests: otherwise contestants cycle around the equilibrium.
    effort = isContest ? next.map((value, k) => (value + effort[k]) / 2) : next;
    sinceLeast = moved < least ? 0 : sinceLeast + 1;
    least = Math.min(least, moved);
    settled = moved < 1e-10 * (1 + Math.max(...effort.map(Math.abs)));
  }
  return { effort, curves, joint, settled };
}

/** One agent's problem, except for what changes from round to round. Intensity 1 is the baseline. */
function makeProblem({ world, used, covariance }: PaidMetrics, baseline: readonly number[]): Problem {
  const { tasks, metrics, effortCost, riskAversionPerUsd } = world;
  const problem = new Problem(tasks.length, used.length);
  problem.riskAversionPerUsd = riskAversionPerUsd;
  problem.crossCost = Float64Array.from(effortCost.flat());
  tasks.forEach((task, k) => {
    problem.productive[k] = 1;
    problem.cost[k] = effortCost[k][k];
    problem.lower[k] = 1 + leastEffort(task) - baseline[k];
    problem.upper[k] = 1 + mostEffort(task) - baseline[k];
  });
  used.forEach((m, r) => {
    problem.sd[r] = Math.sqrt(covariance[r][r]);
    for (let k = 0; k < tasks.length; k++)
      problem.effects.setLine(k, problem.topColumn(r), metrics[m].loadings[k]);
    problem.addComponent(r, payoutCurve(0, 0));
  });
  return problem;
}

function setPay(
  problem: Problem,
  paid: PaidMetrics,
  curves: readonly PayoutCurve[],
  joint: JointPay | undefined,
): void {
  problem.joint = joint && ((means) => joint.equivalent(means));
  const seen = joint === undefined ? curves : addGates(curves, paid);
  seen.forEach((curve, r) => {
    problem.componentCurve[r] = curve;
  });
  problem.valueScale = Math.max(1e-9, ...curves.map((curve, r) => curveSize(curve, problem.sd[r])));
}

/** Sets the metrics before the agent moves: the others are at `effort` already. */
function setOthers(
  problem: Problem,
  { world, used }: PaidMetrics,
  baseline: readonly number[],
  effort: readonly number[],
): void {
  used.forEach((m, r) => {
    const metric = world.metrics[m];
    problem.numerator[r] = dot(metric.loadings, baseline) + addedByOthers(metric, world.agents ?? 1, effort);
  });
}

/** The curves with jumps added at the levels of gates, which guide the search. */
function addGates(curves: readonly PayoutCurve[], { world, plan, used }: PaidMetrics): PayoutCurve[] {
  const stakeUsd = curves.reduce((sum, curve) => sum + curveSize(curve, 1), 0);
  const gates = (plan.components ?? []).flatMap((component) => component.gates ?? []);
  return curves.map((curve, r) => {
    const jumps = gates
      .filter(({ metric }) => metric === world.metrics[used[r]].name)
      .map(({ level }) => ({ at: level, jump: stakeUsd }));
    return sumOfCurves([curve, payoutCurve(0, 0, jumps)]);
  });
}

/** Dollars that the steepest slope moves in a standard deviation, plus all jumps. */
function curveSize(curve: PayoutCurve, sd: number): number {
  let { slope } = curve;
  let steepest = Math.abs(slope);
  for (const change of curve.slopeChanges) {
    slope += change;
    steepest = Math.max(steepest, Math.abs(slope));
  }
  return steepest * sd + curve.jumps.reduce((sum, jump) => sum + Math.abs(jump), 0);
}
