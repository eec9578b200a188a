import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JointPay } from '../../../src/plans/jointPay.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { describe as summary } from '../../../src/statistics/describe.ts';
import { textbookOutcomes } from '../../../src/worlds/textbook/outcomes.ts';
import { respond } from '../../../src/worlds/textbook/respond.ts';
import { TextbookRun } from '../../../src/worlds/textbook/run.ts';
import type { TextbookPlan, TextbookWorld } from '../../../src/worlds/textbook/world.ts';
import { sized } from '../../support/thorough.ts';

const BONUS_USD = 10;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const problems = fc.record({
  rho: number(-0.9, 0.9),
  targets: fc.tuple(number(0.5, 4), number(0.5, 4)),
  costs: fc.tuple(number(0.3, 1.5), number(0.3, 1.5)),
  cross: number(-0.2, 0.4),
  gate: number(0.2, 3),
  cap: number(4, 12),
  kind: fc.constantFrom('gate', 'cap', 'goals'),
  r: fc.constantFrom(0, 0.05, 0.3),
});
type Problem = typeof problems extends fc.Arbitrary<infer P> ? P : never;

function setUp({ rho, targets, costs, cross, gate, cap, kind, r }: Problem): {
  world: TextbookWorld;
  plan: TextbookPlan;
} {
  const component = (metric: string, target: number, weightShare: number) =>
    ({ metric, period: 'year', target, weightShare, payout: 'cliff' }) as const;
  const bonus = { baseUsdPerYear: 0, bonusUsdPerYear: BONUS_USD };
  const first = component('a', targets[0], kind === 'gate' ? 1 : 0.5);
  const second = component('b', targets[1], 0.5);
  const line = { metric: 'b', period: 'year', payout: { perUnitUsd: 1.5 } } as const;
  return {
    world: {
      tasks: [
        { name: 'a', valueUsd: 1, lower: 0, upper: 8 },
        { name: 'b', valueUsd: 1, lower: 0, upper: 8 },
      ],
      effortCost: [
        [costs[0], cross * Math.min(...costs)],
        [cross * Math.min(...costs), costs[1]],
      ],
      metrics: [
        { name: 'a', loadings: [1, 0] },
        { name: 'b', loadings: [0, 1] },
      ],
      noise: [
        [1, rho],
        [rho, 1],
      ],
      riskAversionPerUsd: r,
    },
    plan:
      kind === 'gate'
        ? { ...bonus, components: [{ ...first, gates: [{ metric: 'b', level: gate }] }] }
        : kind === 'cap'
          ? { ...bonus, bonusCapUsd: cap, components: [first, line] }
          : { ...bonus, components: [first, second] },
  };
}

describe('an agent with jointly valued pay', () => {
  test('the agent loses at most a thousandth of the bonus against the best point of a grid', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { world, plan } = setUp(problem);
        const found = respond(world, plan).certaintyEquivalentUsd;
        const { rho, targets, gate, cap, kind, r } = problem;
        const half = payoutCurve(0, 0, [{ at: targets[0], jump: BONUS_USD * (kind === 'gate' ? 1 : 0.5) }]);
        const joint = new JointPay({
          components: [
            { row: 0, curve: half, gates: kind === 'gate' ? [{ row: 1, level: gate }] : [] },
            ...(kind === 'gate'
              ? []
              : [
                  {
                    row: 1,
                    curve:
                      kind === 'cap'
                        ? payoutCurve(0, 1.5)
                        : payoutCurve(0, 0, [{ at: targets[1], jump: BONUS_USD / 2 }]),
                    gates: [],
                  },
                ]),
          ],
          covariance: [
            [1, rho],
            [rho, 1],
          ],
          ...(kind === 'cap' ? { capUsd: cap } : {}),
          riskAversionPerUsd: r,
        });
        let best = -Infinity;
        const [[ca, cc], [, cb]] = world.effortCost;
        for (let a = 0; a <= 8; a += 0.25)
          for (let b = 0; b <= 8; b += 0.25)
            best = Math.max(
              best,
              joint.equivalent([a, b]) - 0.5 * (ca * a * a + 2 * cc * a * b + cb * b * b),
            );
        expect(best - found).toBeLessThan(1e-3 * BONUS_USD);
      }),
      { seed: 14, numRuns: sized(6, 60) },
    );
  }, 120_000);

  test("mean pay equals the agent's expectation", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { world, plan } = setUp(problem);
        const answer = respond(world, plan);
        const run = new TextbookRun(world, plan, answer);
        const ids = textbookOutcomes(world).map(({ id }) => id);
        const outcomes = new Float64Array(ids.length);
        const pay = Array.from({ length: 4000 }, (_, replicate) => {
          run.play(luckKey('joint', replicate), outcomes);
          return outcomes[ids.indexOf('payUsd')];
        });
        const { mean, se } = summary(Float64Array.from(pay))!;
        // A sample says little about the variance of a rare payment: at most the highest pay times the mean.
        const isRare = pay.filter((usd) => usd > 0).length < 30;
        const highest = problem.kind === 'cap' ? problem.cap : BONUS_USD;
        const error = isRare ? Math.sqrt((highest * answer.expectedPayUsd) / pay.length) : se;
        expect(Math.abs(mean - answer.expectedPayUsd)).toBeLessThanOrEqual(4 * error + 1e-9);
      }),
      { seed: 15, numRuns: sized(5, 40) },
    );
  }, 60_000);
});
