import { exp } from '../core/numeric/elementary.ts';
import { EffectLearning } from '../people/effectLearning.ts';
import { certaintyEquivalentOf } from '../statistics/certaintyEquivalentOf.ts';
import { respond } from '../worlds/textbook/respond.ts';
import {
  BOTH,
  baker,
  bestRates,
  CONTEST,
  COST,
  COSTS,
  COSTS_DETERMINANT,
  contest,
  DISTORTION,
  FAKE_COST,
  FEAR,
  LEN,
  MANIPULATION,
  MULTITASK,
  manipulated,
  NOISE,
  netSample,
  rates,
  single,
  TEAMS,
  team,
  twoTasks,
} from './agencyWorlds.ts';
import { type Check, exactDecision as exact } from './check.ts';

/** Agency theory in closed form, tested through the decision code, payroll and optimiser of all worlds. */
export const AGENCY: readonly Check[] = [
  exact('T01-effort', 'One task, pay b per unit, cost c: effort is b / c', LEN, () => ({
    expected: 2 / 3 / COST,
    simulated: respond(single(), rates({ output: 2 / 3 })).effort[0],
  })),
  exact('T01-rate', 'The best rate is 1 / (1 + r c s²)', LEN, async () => ({
    expected: 1 / (1 + FEAR * COST * NOISE),
    simulated: (await bestRates(single(), ['output'])).rates[0],
    tolerance: 1e-4,
  })),
  exact(
    'T01-anywhere',
    'and so it is at ten other costs, fears and noises: the furthest off',
    LEN,
    async () => {
      let furthest = 0;
      for (let i = 0; i < 10; i++) {
        const [cost, fear, noise] = [
          0.3 + 0.37 * i,
          0.1 + 0.31 * ((7 * i) % 10),
          0.2 + 0.23 * ((3 * i) % 10),
        ];
        const world = single({ effortCost: [[cost]], riskAversionPerUsd: fear, noise: [[noise]] });
        const { rates: best, surplusUsd } = await bestRates(world, ['output']);
        const rate = 1 / (1 + fear * cost * noise);
        furthest = Math.max(furthest, Math.abs(best[0] - rate), Math.abs(surplusUsd * 2 * cost - rate));
      }
      return { expected: 0, simulated: furthest, tolerance: 1e-4 };
    },
  ),
  exact('T01-surplus', 'The best surplus is 1 / (2 c (1 + r c s²))', LEN, async () => ({
    expected: 1 / (2 * COST * (1 + FEAR * COST * NOISE)),
    simulated: (await bestRates(single(), ['output'])).surplusUsd,
  })),
  exact('T01-premium', 'The risk premium is r b² s² / 2', LEN, () => ({
    expected: 0.5 * FEAR * (4 / 9) * NOISE,
    simulated: respond(single(), rates({ output: 2 / 3 })).riskPremiumUsd,
  })),
  exact(
    'T01-sample',
    'Simulated pay has that certainty equivalent, less the cost of effort',
    LEN,
    ({ quick }) => {
      const plan = rates({ output: 2 / 3 });
      const netUsd = netSample(single(), plan, quick ? 40_000 : 400_000);
      const { value, se } = certaintyEquivalentOf(netUsd, FEAR);
      // Pay b² / c, less half of it as effort cost, less the risk premium.
      return { expected: 4 / 9 / COST / 2 - 0.5 * FEAR * (4 / 9) * NOISE, simulated: value, se };
    },
  ),
  exact(
    'L-learning',
    'What n months of doing teach about an effect: doubt falls to 1 / (1 / s² + n h² / v)',
    'Kalman, J. Basic Engineering 82 (1960) 35; DeGroot, Optimal Statistical Decisions (1970) 9.5',
    () => {
      const learning = new EffectLearning(1);
      learning.reset(0.5, 0.5);
      for (let month = 0; month < 24; month++) learning.observe(Float64Array.of(0.8), 0.8, 2);
      return { expected: 1 / (4 + (24 * 0.64) / 2), simulated: learning.covarianceOf(0, 0) };
    },
  ),
  exact(
    'L-together',
    'What two tactics did together is credited in halves to equal doubts: s² surprise / (2 s² + v) each',
    'see L-learning',
    () => {
      const learning = new EffectLearning(2);
      learning.reset(0.5, 0.5);
      learning.observe(Float64Array.of(1, 1), 2, 0.1);
      return { expected: 0.5 + 0.25 / 0.6, simulated: learning.mean[1] };
    },
  ),
  exact(
    'L-settled',
    'and belief moves to the truth as doubt falls: 1 - (1 - m) doubt now / doubt then',
    'see L-learning',
    () => {
      const learning = new EffectLearning(1);
      learning.reset(0.5, 0.5);
      for (let month = 0; month < 24; month++) learning.observe(Float64Array.of(0.8), 0.8, 2);
      return { expected: 1 - (0.5 * learning.covarianceOf(0, 0)) / 0.25, simulated: learning.mean[0] };
    },
  ),
  exact(
    'T01-chance',
    'A person who is averse to risk never values a free chance of a bonus below nothing (least of 60 worths)',
    LEN,
    () => {
      let least = Infinity;
      for (let i = 0; i < 60; i++) {
        const world = single({ noise: [[0.2 + (i % 6) / 3]], riskAversionPerUsd: exp(-3 + (i % 10)) });
        const base = respond(world, rates({ output: 0 })).certaintyEquivalentUsd;
        const chance = respond(world, {
          baseUsdPerYear: 0,
          bonusUsdPerYear: 1,
          components: [
            { metric: 'output', period: 'year', target: (i + 1) / 20, weightShare: 1, payout: 'cliff' },
          ],
        }).certaintyEquivalentUsd;
        least = Math.min(least, chance - base);
      }
      return { expected: 0, simulated: Math.min(0, least), tolerance: 1e-12 };
    },
  ),
  exact(
    'T02-rates',
    'Two measured tasks that compete: the first of the best rates (I + r C S)⁻¹ f',
    MULTITASK,
    async () => {
      const noise = [
        [0.5, 0],
        [0, 2],
      ];
      // The matrix I + r C S, row by row; Cramer's rule then gives the first rate.
      const [a, b, c, d] = [
        1 + FEAR * COSTS[0][0] * 0.5,
        FEAR * COSTS[0][1] * 2,
        FEAR * COSTS[1][0] * 0.5,
        1 + FEAR * COSTS[1][1] * 2,
      ];
      return {
        expected: (d * 1 - b * 1.5) / (a * d - b * c),
        simulated: (await bestRates(twoTasks(1.5, BOTH, noise), ['first', 'second'])).rates[0],
        tolerance: 1e-4,
      };
    },
  ),
  exact('T02-effort', 'and the effort C⁻¹ b in the second task', MULTITASK, () => ({
    expected: (COSTS[0][0] * 0.45 - COSTS[1][0] * 0.35) / COSTS_DETERMINANT,
    simulated: respond(
      twoTasks(1.5, BOTH, [
        [0.5, 0],
        [0, 2],
      ]),
      rates({ first: 0.35, second: 0.45 }),
    ).effort[1],
  })),
  exact(
    'T02-correlated',
    'Noise that two measures share enters the risk premium as r b’Sb / 2',
    MULTITASK,
    () => ({
      expected: 0.5 * FEAR * (0.25 * 0.5 + 2 * 0.5 * 0.4 * 0.3 + 0.16 * 2),
      simulated: respond(
        twoTasks(1.5, BOTH, [
          [0.5, 0.3],
          [0.3, 2],
        ]),
        rates({ first: 0.5, second: 0.4 }),
      ).riskPremiumUsd,
    }),
  ),
  ...(
    [
      ['T03', 1.5, 'An unmeasured task that competes shrinks the best rate on the measured one'],
      ['T03b', COSTS[1][1] / COSTS[0][1], 'to zero, when it is worth enough'],
      ['T03c', 3, 'and below zero: pay not to chase the metric'],
    ] as const
  ).map(([id, second, claim]) =>
    exact(id, claim, MULTITASK, async () => ({
      expected:
        (1 - (second * COSTS[0][1]) / COSTS[1][1]) /
        (1 + FEAR * NOISE * (COSTS[0][0] - (COSTS[0][1] * COSTS[1][0]) / COSTS[1][1])),
      simulated: (await bestRates(twoTasks(second, BOTH.slice(0, 1), [[0.5]]), ['first'])).rates[0],
      tolerance: 1e-4,
    })),
  ),
  exact(
    'T03-baseline',
    'Pay on the measured task takes effort from one that people do unasked: C12 b / det C',
    MULTITASK,
    () => {
      const world = twoTasks(1.5, BOTH.slice(0, 1), [[0.5]]);
      const asked = { ...world, tasks: world.tasks.map((task) => ({ ...task, baseline: 1 })) };
      return {
        expected: 1 - (COSTS[1][0] * 0.3) / COSTS_DETERMINANT,
        simulated: respond(asked, rates({ first: 0.3 })).effort[1],
      };
    },
  ),
  exact('T04-rate', 'A distorted measure is best paid f.g / (g.g + r c s²)', DISTORTION, async () => ({
    expected: 4 / (10 + FEAR * COST * NOISE),
    simulated: (await bestRates(baker, ['performance'])).rates[0],
    tolerance: 1e-4,
  })),
  exact(
    'T04-share',
    'and yields that much of the first best: cos² G² / (G² + r c s²)',
    DISTORTION,
    async () => ({
      expected: 0.1 * (10 / (10 + FEAR * COST * NOISE)),
      simulated: (await bestRates(baker, ['performance'])).surplusUsd / (16 / (2 * COST)),
    }),
  ),
  exact(
    'T06-fake',
    'Cheap manipulation: c / (c + k) of what a bonus adds to the metric is fake, whatever the bonus',
    MANIPULATION,
    () => {
      const [work, manipulation] = respond(manipulated(0.1), rates({ metric: 0.4 })).effort;
      return { expected: COST / (COST + FAKE_COST), simulated: manipulation / (work + manipulation) };
    },
  ),
  exact(
    'T06-rate',
    'and the best rate falls to (1/c - d/k) / (1/c + 1/k + r s²)',
    MANIPULATION,
    async () => ({
      expected: (1 / COST - 0.1 / FAKE_COST) / (1 / COST + 1 / FAKE_COST + FEAR * NOISE),
      simulated: (await bestRates(manipulated(0.1), ['metric'])).rates[0],
      tolerance: 1e-4,
    }),
  ),
  exact('T06-zero', 'to nothing once the harm d reaches k / c', MANIPULATION, async () => ({
    expected: 0,
    simulated: (await bestRates(manipulated(FAKE_COST / COST), ['metric'])).rates[0],
    tolerance: 1e-4,
  })),
  ...[2, 5, 20].map((agents) =>
    exact(
      `T07-${agents}`,
      `Equal shares among ${agents}: everybody works 1 / (N c), which yields (2N - 1) / N² of the first best`,
      TEAMS,
      () => ({
        expected: (2 * agents - 1) / (agents * agents),
        simulated: respond(team(agents), rates({ output: 1 / agents })).surplusUsd * 2 * COST,
      }),
    ),
  ),
  exact(
    'T07-peer',
    'Pay relative to peers filters shared noise: the best rate is 1 / (1 + r c s² (1 + 1 / (N - 1)))',
    TEAMS,
    async () => ({
      expected: 1 / (1 + FEAR * COST * NOISE * 1.25),
      simulated: (await bestRates(single({ agents: 5, sharedNoise: [[9]] }, 'relative'), ['output']))
        .rates[0],
      tolerance: 1e-4,
    }),
  ),
  ...(
    [
      [2, 0.28209479],
      [3, 0.28209479],
      [5, 0.23259289],
      [10, 0.15387529],
    ] as const
  ).map(([agents, density]) =>
    exact(
      `T08-${agents}`,
      `A contest of ${agents} for one prize: effort is prize x density of a tie / (cost x ` +
        'deviation of noise)',
      CONTEST,
      () => ({
        expected: (3 * density) / (2 * COST),
        simulated: contest(agents),
        tolerance: 5e-4,
      }),
    ),
  ),
];
