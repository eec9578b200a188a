import { choleskyOf } from '../../core/numeric/cholesky.ts';
import { normalQuantile } from '../../core/numeric/normal.ts';
import type { PlanComponent } from '../../model/plan.ts';
import { componentCurve } from '../../plans/componentCurve.ts';
import { type PayoutCurve, payoutAt, sumOfCurves } from '../../plans/payoutCurve.ts';
import { type LuckKey, purposeOf, uniform } from '../../random/luck.ts';
import { dot } from './dot.ts';
import { TEXTBOOK_OUTCOMES } from './outcomes.ts';
import type { TextbookResponse } from './respond.ts';
import type { TextbookPlan, TextbookWorld } from './world.ts';

/** Purposes of random draws: part of the meaning of a seed. */
const NOISE = purposeOf(1);
const SHARED_NOISE = purposeOf(2);
const LOT = purposeOf(3);

/** Metric, payout curve and gates of one component. */
interface Paid {
  readonly metric: number;
  readonly curve: PayoutCurve;
  readonly gates: readonly { readonly metric: number; readonly level: number }[];
}

interface Way {
  readonly upTo: number;
  readonly paid: readonly Paid[];
}

/** Index of each outcome. */
const PLACE = Object.fromEntries(TEXTBOOK_OUTCOMES.map((outcome, i) => [outcome.id, i])) as Readonly<
  Record<(typeof TEXTBOOK_OUTCOMES)[number]['id'], number>
>;

/**
 * Runs a textbook world under one plan, given the agents' response to it. Each run draws the noise of every
 * agent's metrics, then pays every agent by the payout curves that all worlds share. Arms use common random
 * numbers.
 *
 * @example
 * const run = new TextbookRun(world, plan, respond(world, plan)); run.play(luckKey('seed', 0), outcomes);
 */
export class TextbookRun {
  readonly answer: TextbookResponse;
  private readonly world: TextbookWorld;
  private readonly baseUsd: number;
  /** Pay schemes of the lottery (usually only one), by cumulative probability. */
  private readonly ways: readonly Way[];
  private paid: Way['paid'];
  private readonly capUsd: number;
  private readonly noiseRoot: readonly (readonly number[])[];
  private readonly sharedRoot: readonly (readonly number[])[] | undefined;
  /** Mean of each metric of one agent, and the part of it added by gaming. */
  private readonly mean: Float64Array;
  private readonly hollow: Float64Array;
  private readonly anyHollow: boolean;
  /** Noise of each agent's own metrics, [agent * metrics + metric], and shared noise. */
  private readonly noise: Float64Array;
  private readonly shared: Float64Array;
  /** Sum of all agents' noise, and the agent with the largest, by metric. */
  private readonly noiseSum: Float64Array;
  private readonly best: Int32Array;

  /** @param answer the agents' response to the plan, see `respond` */
  constructor(world: TextbookWorld, plan: TextbookPlan, answer: TextbookResponse) {
    this.world = world;
    this.answer = answer;
    this.baseUsd = plan.baseUsdPerYear;
    let upTo = 0;
    this.ways = (plan.drawn ?? [{ chanceShare: 1, components: [] }]).map(({ chanceShare, components }) => {
      upTo += chanceShare;
      return { upTo, paid: paidBy(world, plan, [...(plan.components ?? []), ...components]) };
    });
    this.paid = this.ways[0].paid;
    this.capUsd = plan.bonusCapUsd ?? Infinity;
    this.noiseRoot = choleskyOf(world.noise);
    this.sharedRoot = world.sharedNoise && choleskyOf(world.sharedNoise);
    const { effort } = answer;
    const games = world.tasks.map((task, k) => (task.gaming ? effort[k] - (task.baseline ?? 0) : 0));
    this.mean = Float64Array.from(world.metrics, ({ loadings }) => dot(loadings, effort));
    this.hollow = Float64Array.from(world.metrics, ({ loadings }) => dot(loadings, games));
    this.anyHollow = this.hollow.some((part) => part !== 0);
    this.noise = new Float64Array((world.agents ?? 1) * world.metrics.length);
    this.shared = new Float64Array(world.metrics.length);
    this.noiseSum = new Float64Array(world.metrics.length);
    this.best = new Int32Array(world.metrics.length);
  }

  /**
   * One run.
   *
   * @param outcomes receives the outcomes in the order of `textbookOutcomes`
   */
  play(luck: LuckKey, outcomes: Float64Array): void {
    const { world, answer, noise, shared } = this;
    const agents = world.agents ?? 1;
    const metrics = world.metrics.length;
    for (let agent = 0; agent < agents; agent++)
      fillNoise(luck, agent * metrics, NOISE, this.noiseRoot, noise.subarray(agent * metrics));
    if (this.sharedRoot !== undefined) fillNoise(luck, 0, SHARED_NOISE, this.sharedRoot, shared);
    this.addUp();
    if (this.ways.length > 1) {
      const u = uniform(luck, 0, LOT);
      this.paid = (this.ways.find(({ upTo }) => u < upTo) ?? this.ways[this.ways.length - 1]).paid;
    }
    let bonus = 0;
    let honest = 0;
    let first = 0;
    for (let agent = 0; agent < agents; agent++) {
      const paid = this.paidFor(agent, 1);
      bonus += paid;
      honest += this.anyHollow ? this.paidFor(agent, 0) : paid;
      if (agent === 0) first = paid;
    }
    const value = agents * answer.valueUsd;
    const pay = agents * this.baseUsd + bonus;
    const set = (id: keyof typeof PLACE, amount: number) => {
      outcomes[PLACE[id]] = amount;
    };
    set('surplusUsd', agents * answer.surplusUsd);
    set('profitUsd', value - pay);
    set('valueUsd', value);
    set('payUsd', pay);
    set('bonusUsd', bonus);
    set('hollowPayUsd', bonus - honest);
    set('effortCostUsd', agents * answer.effortCostUsd);
    set('riskPremiumUsd', agents * answer.riskPremiumUsd);
    set('agentNetUsd', this.baseUsd + first - answer.effortCostUsd);
    const tasks = TEXTBOOK_OUTCOMES.length;
    outcomes.set(answer.effort, tasks);
    for (let m = 0; m < metrics; m++) outcomes[tasks + answer.effort.length + m] = this.seen(0, m, 1);
  }

  /** An agent's pay above salary, with gaming (1) or with everyone's gaming removed (0). */
  private paidFor(agent: number, gaming: number): number {
    let total = 0;
    for (const { metric, curve, gates } of this.paid) {
      if (this.world.metrics[metric].scope === 'best-of') {
        total += curve.base;
        if (this.best[metric] === agent) for (const jump of curve.jumps) total += jump;
      } else if (gates.every((gate) => this.seen(agent, gate.metric, gaming) >= gate.level))
        total += payoutAt(curve, this.seen(agent, metric, gaming));
    }
    return Math.min(total, this.capUsd);
  }

  /** Metric m as an agent's pay sees it. */
  private seen(agent: number, m: number, gaming: number): number {
    const { world, noise, shared } = this;
    const { scope = 'own' } = world.metrics[m];
    const agents = world.agents ?? 1;
    const metrics = world.metrics.length;
    const mean = this.mean[m] - (1 - gaming) * this.hollow[m];
    const own = noise[agent * metrics + m];
    if (scope === 'own' || scope === 'best-of') return mean + own + (scope === 'own' ? shared[m] : 0);
    // Relative to the mean of the others, common effort and shared noise cancel.
    if (scope === 'relative') return own - (this.noiseSum[m] - own) / (agents - 1);
    return agents * (mean + shared[m]) + this.noiseSum[m];
  }

  /** Aggregates over agents: total noise, and the agent with the most of it. */
  private addUp(): void {
    const { noise, noiseSum, best } = this;
    const metrics = noiseSum.length;
    for (let m = 0; m < metrics; m++) {
      noiseSum[m] = 0;
      best[m] = 0;
      for (let agent = 0; agent * metrics < noise.length; agent++) {
        noiseSum[m] += noise[agent * metrics + m];
        if (noise[agent * metrics + m] > noise[best[m] * metrics + m]) best[m] = agent;
      }
    }
  }
}

/** Payout curves of components; those on one metric without gates are summed. */
function paidBy(world: TextbookWorld, plan: TextbookPlan, components: readonly PlanComponent[]): Way['paid'] {
  const bonusUsd = plan.bonusUsdPerYear ?? 0;
  const indexOf = (name: string) => world.metrics.findIndex((metric) => metric.name === name);
  const plain = world.metrics.flatMap(({ name }, metric): Paid[] => {
    const parts = components.filter(
      (component) => component.metric === name && (component.gates ?? []).length === 0,
    );
    if (parts.length === 0) return [];
    return [
      { metric, curve: sumOfCurves(parts.map((part) => componentCurve(part, bonusUsd, false))), gates: [] },
    ];
  });
  const gated = components
    .filter((component) => (component.gates ?? []).length > 0)
    .map((component) => ({
      metric: indexOf(component.metric),
      curve: componentCurve(component, bonusUsd, false),
      gates: (component.gates ?? []).map((gate) => ({ metric: indexOf(gate.metric), level: gate.level })),
    }));
  return [...plain, ...gated];
}

/** Correlated normal noise: Cholesky root x independent normals. */
function fillNoise(
  luck: LuckKey,
  firstEntity: number,
  purpose: number,
  root: readonly (readonly number[])[],
  into: Float64Array,
): void {
  for (let m = 0; m < root.length; m++) {
    let x = 0;
    for (let j = 0; j <= m; j++)
      if (root[m][j] !== 0) x += root[m][j] * normalQuantile(uniform(luck, firstEntity + j, purpose));
    into[m] = x;
  }
}
