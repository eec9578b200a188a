import { pow } from '../../core/numeric/elementary.ts';
import { normalQuantile } from '../../core/numeric/normal.ts';
import { BestResponse } from '../../people/solver/bestResponse.ts';
import { chooseUnderOpacity } from '../../people/solver/opaqueChoice.ts';
import { Problem } from '../../people/solver/problem.ts';
import { QuadraticChoice } from '../../people/solver/quadraticChoice.ts';
import { certaintyEquivalent } from '../../plans/certaintyEquivalent.ts';
import { componentCurve } from '../../plans/componentCurve.ts';
import { expectedPayout } from '../../plans/expectedPayout.ts';
import { JointPay } from '../../plans/jointPay.ts';
import { type PayoutCurve, payoutCurve, sumOfCurves } from '../../plans/payoutCurve.ts';
import type { TextbookMetric, TextbookPlan, TextbookTask, TextbookWorld } from './world.ts';

/** Room for effort where a world states none. */
const FAR = 1e6;
/** Steps in which the best of the others is taken: errors fall with their square. */
const PRIZE_STEPS = 1000;
/** Points that a search looks at first where each look is dear. */
const FEW_SCATTERED = 40;
const MOST_ROUNDS = 100;
/** Rounds without coming nearer to rest after which there seems to be none. */
const PATIENCE = 10;

/** What one agent of a textbook world does under a plan, and what it is worth; every agent does the same. */
export interface TextbookResponse {
  readonly effort: readonly number[];
  /**
   * Mean of each metric that pay names (of all metrics where pay is drawn by lot) as one agent's pay sees it,
   * and its standard deviation.
   */
  readonly metricMean: readonly number[];
  readonly metricSd: readonly number[];
  readonly expectedPayUsd: number;
  readonly effortCostUsd: number;
  /** Certainty equivalent of pay less the cost of effort. */
  readonly certaintyEquivalentUsd: number;
  readonly riskPremiumUsd: number;
  /** Value to the firm of one agent's effort. */
  readonly valueUsd: number;
  /** Value less cost of effort less risk premium: what there is to share, one agent's part. */
  readonly surplusUsd: number;
  /** Whether agents who answer each other came to rest. */
  readonly settled: boolean;
}

/**
 * The best response of the agents of a textbook world to a plan, by the decision code that drives every
 * person of this project; where a metric takes in others, the symmetric equilibrium, by answering the last
 * answer until nothing moves.
 *
 * Pay that does not come apart by metric (gates, a cap on the total, kinks on correlated metrics) is valued
 * as a whole, see {@link JointPay}.
 *
 * @throws RangeError for more than three metrics that hang together, and for sizes that do not fit each other
 * @example respond(world, { baseUsdPerYear: 0, components: [{ metric: 'output', period: 'year', payout: {
 * perUnitUsd: 0.5 } }] }).effort
 */
export function respond(given: TextbookWorld, plan: TextbookPlan): TextbookResponse {
  checkSizes(given);
  const world = asMotivated(given);
  if (plan.drawn !== undefined) return respondToLot(world, plan);
  const { tasks, metrics, effortCost, riskAversionPerUsd } = world;
  const n = tasks.length;
  const agents = world.agents ?? 1;
  const baseline = tasks.map((task) => task.baseline ?? 0);
  const named = namesIn(plan);
  const used = metrics.flatMap((metric, m) => (named.has(metric.name) ? [m] : []));
  const covariance = used.map((a) => used.map((b) => seenCovariance(world, a, b)));
  const problem = new Problem(n, used.length);
  problem.riskAversionPerUsd = riskAversionPerUsd;
  problem.crossCost = Float64Array.from(effortCost.flat());
  for (let k = 0; k < n; k++) {
    problem.productive[k] = 1;
    problem.cost[k] = effortCost[k][k];
    problem.lower[k] = 1 + (tasks[k].lower ?? -FAR) - baseline[k];
    problem.upper[k] = 1 + (tasks[k].upper ?? FAR) - baseline[k];
  }
  used.forEach((m, r) => {
    problem.sd[r] = Math.sqrt(covariance[r][r]);
    for (let k = 0; k < n; k++) problem.effectNumerator[k * used.length + r] = metrics[m].loadings[k];
    problem.addComponent(r, payoutCurve(0, 0));
  });
  const solver = new BestResponse(problem);
  const together = (curves: readonly PayoutCurve[]) => jointPayOf(plan, world, used, curves, covariance);
  let joint: JointPay | undefined;
  let effort = baseline;
  let curves: PayoutCurve[] = [];
  let settled = false;
  let least = Infinity;
  let sinceLeast = 0;
  for (let round = 0; round < MOST_ROUNDS && !settled && sinceLeast < PATIENCE; round++) {
    curves = used.map((m) => curveOf(plan, metrics[m], world, effort));
    joint = together(curves);
    const pay = joint;
    problem.joint = pay && ((means) => pay.equivalent(means));
    // Three metrics at once take milliseconds a look.
    if (pay !== undefined && used.length > 2) solver.scattered = FEW_SCATTERED;
    const seen = joint === undefined ? curves : withGates(curves, plan, world, used);
    seen.forEach((curve, r) => {
      problem.componentCurve[r] = curve;
    });
    problem.valueScale = Math.max(1e-9, ...curves.map((curve, r) => curveSize(curve, problem.sd[r])));
    used.forEach((m, r) => {
      problem.numerator[r] = dot(metrics[m].loadings, baseline) + othersIn(metrics[m], agents, effort);
    });
    solver.solve();
    const next = tasks.map((_, k) => baseline[k] + solver.intensity[k] - 1);
    const moved = next.reduce((most, value, k) => Math.max(most, Math.abs(value - effort[k])), 0);
    // Contests are answered half way, or the contestants chase each other around the equilibrium.
    const contest = used.some((m) => metrics[m].scope === 'best-of');
    effort = contest ? next.map((value, k) => (value + effort[k]) / 2) : next;
    sinceLeast = moved < least ? 0 : sinceLeast + 1;
    least = Math.min(least, moved);
    settled = moved < 1e-10 * (1 + Math.max(...effort.map(Math.abs)));
  }
  const metricMean = used.map((m) => dot(metrics[m].loadings, effort) + othersIn(metrics[m], agents, effort));
  const metricSd = used.map((_, r) => Math.sqrt(covariance[r][r]));
  const base = plan.baseUsdPerYear;
  const apart = () =>
    curves.reduce((sum, curve, r) => sum + expectedPayout(curve, metricMean[r], metricSd[r]), 0);
  const expectedPayUsd = base + (joint?.expected(metricMean) ?? apart());
  const equivalent =
    base +
    (joint?.equivalent(metricMean) ?? sumEquivalent(curves, metricMean, covariance, riskAversionPerUsd));
  return accountOf(world, { effort, metricMean, metricSd, expectedPayUsd, settled }, equivalent);
}

/**
 * The answer to pay whose components are drawn by lot after the work is done: all of it straight, on agents'
 * own metrics.
 *
 * @throws RangeError for kinked pay and for metrics that take in others
 */
function respondToLot(world: TextbookWorld, plan: TextbookPlan): TextbookResponse {
  const { tasks, metrics, riskAversionPerUsd: r } = world;
  const baseline = tasks.map((task) => task.baseline ?? 0);
  const atBaseline = metrics.map((metric) => dot(metric.loadings, baseline));
  const covariance = metrics.map((_, a) => metrics.map((__, b) => seenCovariance(world, a, b)));
  const ways = (plan.drawn ?? []).map(({ chanceShare, components }) => {
    const whole = { ...plan, components: [...(plan.components ?? []), ...components] };
    if (plan.bonusCapUsd !== undefined || whole.components.some(({ gates = [] }) => gates.length > 0))
      throw new RangeError('pay that is drawn by lot must be without gates and caps');
    const curves = metrics.map((metric) => curveOf(whole, metric, world, baseline));
    if (
      curves.some((curve) => curve.knots.length > 0) ||
      metrics.some(({ scope = 'own' }) => scope !== 'own')
    )
      throw new RangeError('pay that is drawn by lot must be straight, on metrics of scope own');
    const rates = curves.map((curve) => curve.slope);
    const meanUsd = curves.reduce(
      (sum, curve, m) => sum + curve.base + rates[m] * atBaseline[m],
      plan.baseUsdPerYear,
    );
    const premiumUsd = 0.5 * r * rates.reduce((sum, rate, m) => sum + rate * dot(covariance[m], rates), 0);
    const slope = Float64Array.from(tasks, (_, k) =>
      rates.reduce((sum, rate, m) => sum + rate * metrics[m].loadings[k], 0),
    );
    return { chanceShare, meanUsd, baseUsd: meanUsd - premiumUsd, slope };
  });
  const { change, valueUsd: netUsd } = chooseUnderOpacity(
    ways,
    Float64Array.from(world.effortCost.flat()),
    Float64Array.from(tasks, (task, k) => (task.lower ?? -FAR) - baseline[k]),
    Float64Array.from(tasks, (task, k) => (task.upper ?? FAR) - baseline[k]),
    r,
  );
  const moves = [...change];
  const effort = baseline.map((base, k) => base + moves[k]);
  const expectedPayUsd = ways.reduce(
    (sum, { chanceShare, meanUsd, slope }) => sum + chanceShare * (meanUsd + dot([...slope], moves)),
    0,
  );
  const answer = {
    effort,
    metricMean: metrics.map((metric) => dot(metric.loadings, effort)),
    metricSd: metrics.map((_, m) => Math.sqrt(covariance[m][m])),
    expectedPayUsd,
    settled: true,
  };
  return accountOf(world, answer, netUsd + effortCostOf(world, effort));
}

/** What effort beyond the baseline costs an agent, in dollars. */
function effortCostOf({ tasks, effortCost }: TextbookWorld, effort: readonly number[]): number {
  const change = effort.map((e, k) => e - (tasks[k].baseline ?? 0));
  return 0.5 * effortCost.reduce((sum, row, k) => sum + change[k] * dot(row, change), 0);
}

/** An answer with what it is worth to whom. */
function accountOf(
  world: TextbookWorld,
  answer: Pick<TextbookResponse, 'effort' | 'metricMean' | 'metricSd' | 'expectedPayUsd' | 'settled'>,
  payEquivalentUsd: number,
): TextbookResponse {
  const effortCostUsd = effortCostOf(world, answer.effort);
  const riskPremiumUsd = answer.expectedPayUsd - payEquivalentUsd;
  const valueUsd = world.tasks.reduce((sum, task, k) => sum + task.valueUsd * answer.effort[k], 0);
  return {
    ...answer,
    effortCostUsd,
    certaintyEquivalentUsd: payEquivalentUsd - effortCostUsd,
    riskPremiumUsd,
    valueUsd,
    surplusUsd: valueUsd - effortCostUsd - riskPremiumUsd,
  };
}

/**
 * The world as its agents' motive leaves it: to the honest, gaming tasks are closed; one mind's effort is
 * fixed at the first best.
 */
function asMotivated(world: TextbookWorld): TextbookWorld {
  if (world.motive === 'company') {
    const best = firstBest(world);
    return { ...world, tasks: world.tasks.map((task, k) => ({ ...task, lower: best[k], upper: best[k] })) };
  }
  if (world.motive !== 'honest') return world;
  const close = (task: TextbookTask) => ({ ...task, lower: task.baseline ?? 0, upper: task.baseline ?? 0 });
  return { ...world, tasks: world.tasks.map((task) => (task.gaming ? close(task) : task)) };
}

/**
 * The effort at which value less the cost of effort is largest, within bounds and without gaming: what one
 * mind would do.
 *
 * Formula: C (e - baseline) = value, where no bound is in the way.
 *
 * @example firstBest(world) // [1] for one task worth 1 at a cost of e^2 / 2
 */
export function firstBest(world: TextbookWorld): number[] {
  const { tasks, effortCost } = world;
  const choice = new QuadraticChoice(tasks.length);
  tasks.forEach(({ valueUsd, baseline = 0, lower = -FAR, upper = FAR, gaming }, k) => {
    choice.slope[k] = valueUsd;
    choice.lower[k] = gaming ? 0 : lower - baseline;
    choice.upper[k] = gaming ? 0 : upper - baseline;
  });
  choice.solve(Float64Array.from(effortCost.flat()));
  return tasks.map((task, k) => (task.baseline ?? 0) + choice.change[k]);
}

/** Names of all metrics that pay hangs on, by a component or a gate. */
function namesIn({ components = [] }: TextbookPlan): Set<string> {
  return new Set(
    components.flatMap(({ metric, gates = [] }) => [metric, ...gates.map((gate) => gate.metric)]),
  );
}

/**
 * Pay that does not come apart by metric: gates, a cap on the total, or kinks on metrics whose noise is
 * correlated. Undefined where it does.
 *
 * @throws RangeError for more than three metrics that hang together, and for contests among them
 */
function jointPayOf(
  plan: TextbookPlan,
  world: TextbookWorld,
  used: readonly number[],
  curves: readonly PayoutCurve[],
  covariance: readonly (readonly number[])[],
): JointPay | undefined {
  const components = plan.components ?? [];
  if (components.length === 0) return undefined;
  const kinked = curves.some((curve) => curve.knots.length > 0);
  const correlated = covariance.some((row, r) => row.some((value, c) => c !== r && value !== 0));
  const gated = components.some(({ gates = [] }) => gates.length > 0);
  if (!gated && plan.bonusCapUsd === undefined && !(kinked && correlated)) return undefined;
  if (used.some((m) => world.metrics[m].scope === 'best-of'))
    throw new RangeError('a contest cannot be valued together with other pay');
  const rowOf = (name: string) => used.findIndex((m) => world.metrics[m].name === name);
  return new JointPay({
    components: components.map((component) => ({
      row: rowOf(component.metric),
      curve: componentCurve(component, plan.bonusUsdPerYear ?? 0, false),
      gates: (component.gates ?? []).map(({ metric, level }) => ({ row: rowOf(metric), level })),
    })),
    covariance,
    ...(plan.bonusCapUsd === undefined ? {} : { capUsd: plan.bonusCapUsd }),
    riskAversionPerUsd: world.riskAversionPerUsd,
  });
}

/** The curves with what hangs on gates as jumps at their levels: where a search should look. */
function withGates(
  curves: readonly PayoutCurve[],
  plan: TextbookPlan,
  world: TextbookWorld,
  used: readonly number[],
): PayoutCurve[] {
  const stakeUsd = curves.reduce((sum, curve) => sum + curveSize(curve, 1), 0);
  return curves.map((curve, r) => {
    const levels = (plan.components ?? [])
      .flatMap(({ gates = [] }) => gates)
      .filter(({ metric }) => metric === world.metrics[used[r]].name);
    return sumOfCurves([
      curve,
      payoutCurve(
        0,
        0,
        levels.map(({ level }) => ({ at: level, jump: stakeUsd })),
      ),
    ]);
  });
}

/** Certainty equivalent of pay that comes apart by metric, or is a straight line in all of them. */
function sumEquivalent(
  curves: readonly PayoutCurve[],
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
  riskAversionPerUsd: number,
): number {
  if (curves.every((curve) => curve.knots.length === 0)) {
    // Straight lines add up to one normal amount.
    const rates = curves.map((curve) => curve.slope);
    const amount = curves.reduce((sum, curve, r) => sum + curve.base + curve.slope * mean[r], 0);
    const variance = rates.reduce((sum, rate, r) => sum + rate * dot(covariance[r], rates), 0);
    return certaintyEquivalent(
      payoutCurve(0, 1),
      amount,
      Math.sqrt(Math.max(0, variance)),
      riskAversionPerUsd,
    );
  }
  return curves.reduce(
    (sum, curve, r) =>
      sum + certaintyEquivalent(curve, mean[r], Math.sqrt(covariance[r][r]), riskAversionPerUsd),
    0,
  );
}

/** All components that pay on one metric, as one curve in what the agent's pay sees of it. */
function curveOf(
  plan: TextbookPlan,
  metric: TextbookMetric,
  world: TextbookWorld,
  effort: readonly number[],
): PayoutCurve {
  const parts = (plan.components ?? []).filter((component) => component.metric === metric.name);
  const curve = sumOfCurves(
    parts.map((component) => componentCurve(component, plan.bonusUsdPerYear ?? 0, false)),
  );
  if (metric.scope !== 'best-of') return curve;
  // The prize is won against the best of the others, whose place is random: in equal steps of probability,
  // each a small jump.
  const rivals = (world.agents ?? 1) - 1;
  const m = world.metrics.indexOf(metric);
  const sd = Math.sqrt(world.noise[m][m]);
  const prize = curve.jumps.reduce((sum, jump) => sum + jump, 0);
  const middle = dot(metric.loadings, effort);
  return payoutCurve(
    curve.base,
    0,
    Array.from({ length: PRIZE_STEPS }, (_, i) => ({
      at: middle + sd * normalQuantile(pow((i + 0.5) / PRIZE_STEPS, 1 / rivals)),
      jump: prize / PRIZE_STEPS,
    })),
  );
}

/** What the other agents put into one agent's metric. */
function othersIn(metric: TextbookMetric, agents: number, effort: readonly number[]): number {
  const each = dot(metric.loadings, effort);
  if (metric.scope === 'pooled') return (agents - 1) * each;
  return metric.scope === 'relative' ? -each : 0;
}

/** Covariance of two metrics as one agent's pay sees them. */
function seenCovariance(world: TextbookWorld, a: number, b: number): number {
  const agents = world.agents ?? 1;
  const own = world.noise[a][b];
  const shared = world.sharedNoise?.[a][b] ?? 0;
  const [first, second] = [world.metrics[a].scope ?? 'own', world.metrics[b].scope ?? 'own'];
  if (a !== b && first !== second && (own !== 0 || shared !== 0))
    throw new RangeError('metrics of different scope must not share noise');
  if (first === 'pooled') return agents * own + agents * agents * shared;
  if (first === 'relative') return own * (1 + 1 / (agents - 1));
  return first === 'best-of' ? own : own + shared;
}

function curveSize(curve: PayoutCurve, sd: number): number {
  return Math.abs(curve.slope) * sd + curve.jumps.reduce((sum, jump) => sum + Math.abs(jump), 0);
}

function checkSizes({ tasks, effortCost, metrics, noise }: TextbookWorld): void {
  const fits =
    effortCost.length === tasks.length &&
    effortCost.every(
      (row, i) => row.length === tasks.length && row.every((cost, j) => cost === effortCost[j][i]),
    ) &&
    metrics.every((metric) => metric.loadings.length === tasks.length) &&
    noise.length === metrics.length &&
    noise.every((row) => row.length === metrics.length);
  if (!fits)
    throw new RangeError('effort costs, loadings and noise must fit the number of tasks and metrics');
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
