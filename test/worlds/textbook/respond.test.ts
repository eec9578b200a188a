import { describe, expect, test } from 'vitest';
import { findBest } from '../../../src/experiments/commands/nelderMead.ts';
import { respond } from '../../../src/worlds/textbook/respond.ts';
import type { TextbookPlan, TextbookWorld } from '../../../src/worlds/textbook/world.ts';

const linear = (rates: Readonly<Record<string, number>>): TextbookPlan => ({
  baseUsdPerYear: 0,
  components: Object.entries(rates).map(([metric, perUnitUsd]) => ({
    metric,
    period: 'year',
    payout: { perUnitUsd },
  })),
});

const single: TextbookWorld = {
  tasks: [{ name: 'work', valueUsd: 1 }],
  effortCost: [[1]],
  metrics: [{ name: 'output', loadings: [1] }],
  noise: [[0.5]],
  riskAversionPerUsd: 1,
};

describe('an agent of the textbook world', () => {
  test('an agent under linear pay exerts effort b / c and bears a risk premium of r b^2 s^2 / 2', () => {
    const answer = respond(single, linear({ output: 2 / 3 }));
    expect(answer.effort[0]).toBeCloseTo(2 / 3, 10);
    expect(answer.riskPremiumUsd).toBeCloseTo(1 / 9, 10);
    expect(answer.surplusUsd).toBeCloseTo(1 / 3, 10);
  });

  test('the optimal share of output is 1 / (1 + r c s^2)', async () => {
    const best = await findBest(
      [{ low: 0, high: 2 }],
      ([b]) => respond(single, linear({ output: b })).surplusUsd,
    );
    expect(best.point[0]).toBeCloseTo(2 / 3, 5);
  });

  test('an agent divides effort between competing tasks', () => {
    const world: TextbookWorld = {
      tasks: [
        { name: 'seen', valueUsd: 1 },
        { name: 'unseen', valueUsd: 1.5, baseline: 2 },
      ],
      effortCost: [
        [1, 0.5],
        [0.5, 1],
      ],
      metrics: [{ name: 'x', loadings: [1, 0] }],
      noise: [[0.5]],
      riskAversionPerUsd: 1,
    };
    const { effort } = respond(world, linear({ x: 0.3 }));
    // C^-1 (b, 0) = b / 0.75 (1, -0.5), on top of the baseline.
    expect(effort[0]).toBeCloseTo(0.4, 10);
    expect(effort[1]).toBeCloseTo(2 - 0.2, 10);
  });

  test('an agent in a team with equal shares exerts effort 1 / N', () => {
    const team: TextbookWorld = {
      ...single,
      metrics: [{ name: 'output', loadings: [1], scope: 'pooled' }],
      agents: 5,
      riskAversionPerUsd: 0,
    };
    expect(respond(team, linear({ output: 1 / 5 })).effort[0]).toBeCloseTo(0.2, 10);
  });

  // The validation table has contests of 2, 3, 5 and 10.
  test.each([[3, 0.2821]])(
    'with unit cost, effort in a contest of %i is the prize times the density of a tie for first place',
    (agents, wanted) => {
      const contest: TextbookWorld = {
        ...single,
        noise: [[1]],
        riskAversionPerUsd: 0,
        metrics: [{ name: 'output', loadings: [1], scope: 'best-of' }],
        agents,
      };
      const answer = respond(contest, {
        baseUsdPerYear: 0,
        bonusUsdPerYear: 1,
        components: [{ metric: 'output', period: 'year', target: 1, weightShare: 1, payout: 'cliff' }],
      });
      expect(answer.settled).toBe(true);
      expect(answer.effort[0]).toBeCloseTo(wanted, 3);
    },
  );

  test('inconsistent dimensions are refused', () => {
    expect(() => respond({ ...single, noise: [] }, linear({ output: 1 }))).toThrow(/must fit/);
  });
});
