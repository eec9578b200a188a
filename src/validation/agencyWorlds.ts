import { findBest } from '../experiments/commands/nelderMead.ts';
import { luckKey } from '../random/luck.ts';
import { textbookOutcomes } from '../worlds/textbook/outcomes.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { TextbookRun } from '../worlds/textbook/run.ts';
import type { TextbookMetric, TextbookPlan, TextbookWorld } from '../worlds/textbook/world.ts';

export const LEN = 'Holmstrom & Milgrom, Econometrica 55 (1987) 303';
export const MULTITASK = 'Holmstrom & Milgrom, J. Law Econ. Organ. 7 (1991) 24';
export const DISTORTION =
  'Baker, J. Human Resources 37 (2002) 728; Feltham & Xie, Accounting Review 69 (1994) 429';
export const MANIPULATION =
  'special case of Holmstrom & Milgrom (1991); cf. Crocker & Slemrod, RAND 38 (2007) 698';
export const TEAMS = 'Holmstrom, Bell J. Econ. 13 (1982) 324';
export const CONTEST =
  'Lazear & Rosen, J. Political Economy 89 (1981) 841; for more than two Green & Stokey, ibid. 91 (1983) 349';

/** An agent's pay less cost of effort, run by run. */
export function netSample(world: TextbookWorld, plan: TextbookPlan, replicates: number): Float64Array {
  const run = new TextbookRun(world, plan, respond(world, plan));
  const ids = textbookOutcomes(world).map((outcome) => outcome.id);
  const outcomes = new Float64Array(ids.length);
  const at = ids.indexOf('agentNetUsd');
  return Float64Array.from({ length: replicates }, (_, replicate) => {
    run.play(luckKey('validation', replicate), outcomes);
    return outcomes[at];
  });
}

/** A linear plan with the given dollars per unit of each metric. */
export function rates(perUnit: Readonly<Record<string, number>>): TextbookPlan {
  return {
    baseUsdPerYear: 0,
    components: Object.entries(perUnit).map(([metric, perUnitUsd]) => ({
      metric,
      period: 'year' as const,
      payout: { perUnitUsd },
    })),
  };
}

/**
 * Effort cost, risk aversion and noise variance. None is 1, so that a row fails if one of them is omitted,
 * squared or inverted.
 */
export const COST = 2;
export const FEAR = 0.7;
export const NOISE = 0.5;
/** Effort costs of two tasks that compete. */
export const COSTS = [
  [1.5, 0.4],
  [0.4, 0.8],
] as const;
export const COSTS_DETERMINANT = COSTS[0][0] * COSTS[1][1] - COSTS[0][1] * COSTS[1][0];

/** A world with one task and one noisy measure of it. */
export function single(
  over: Partial<TextbookWorld> = {},
  scope: TextbookMetric['scope'] = 'own',
): TextbookWorld {
  return {
    tasks: [{ name: 'work', valueUsd: 1 }],
    effortCost: [[COST]],
    metrics: [{ name: 'output', loadings: [1], scope }],
    noise: [[NOISE]],
    riskAversionPerUsd: FEAR,
    ...over,
  };
}

/** Two tasks that compete for effort; the second is worth `second` dollars per unit. */
export function twoTasks(
  second: number,
  measured: readonly TextbookMetric[],
  noise: number[][],
): TextbookWorld {
  return {
    tasks: [
      { name: 'seen', valueUsd: 1 },
      { name: 'other', valueUsd: second },
    ],
    effortCost: COSTS.map((row) => [...row]),
    metrics: measured,
    noise,
    riskAversionPerUsd: FEAR,
  };
}
export const BOTH: readonly TextbookMetric[] = [
  { name: 'first', loadings: [1, 0] },
  { name: 'second', loadings: [0, 1] },
];

/** Piece rates that maximise the surplus, given the agents' best response. */
export async function bestRates(world: TextbookWorld, metrics: readonly string[], low = -1, high = 2) {
  const best = await findBest(
    metrics.map(() => ({ low, high })),
    (point) =>
      respond(world, rates(Object.fromEntries(metrics.map((name, i) => [name, point[i]])))).surplusUsd,
  );
  return { rates: best.point, surplusUsd: best.value };
}

export const baker: TextbookWorld = {
  tasks: [
    { name: 'a', valueUsd: 4 },
    { name: 'b', valueUsd: 0 },
  ],
  effortCost: [
    [COST, 0],
    [0, COST],
  ],
  metrics: [{ name: 'performance', loadings: [1, 3] }],
  noise: [[NOISE]],
  riskAversionPerUsd: FEAR,
};

/** Cost of manipulation. */
export const FAKE_COST = 0.3;

/** Productive work and pure manipulation; both move the metric. */
export const manipulated = (harm: number): TextbookWorld => ({
  tasks: [
    { name: 'work', valueUsd: 1 },
    { name: 'manipulation', valueUsd: -harm },
  ],
  effortCost: [
    [COST, 0],
    [0, FAKE_COST],
  ],
  metrics: [{ name: 'metric', loadings: [1, 1] }],
  noise: [[NOISE]],
  riskAversionPerUsd: FEAR,
});

export const team = (agents: number): TextbookWorld => single({ agents, riskAversionPerUsd: 0 }, 'pooled');

export const contest = (agents: number): number =>
  respond(single({ noise: [[4]], riskAversionPerUsd: 0, agents }, 'best-of'), {
    baseUsdPerYear: 0,
    bonusUsdPerYear: 3,
    components: [{ metric: 'output', period: 'year', target: 1, weightShare: 1, payout: 'cliff' }],
  }).effort[0];
