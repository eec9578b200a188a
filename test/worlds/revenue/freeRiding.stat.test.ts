import { describe, expect, test } from 'vitest';
import type { Company } from '../../../src/worlds/revenue/contract/company.ts';
import { bestResponses } from '../../../src/worlds/revenue/preparation/bestResponses.ts';
import { respond } from '../../../src/worlds/textbook/respond.ts';
import type { TextbookWorld } from '../../../src/worlds/textbook/world.ts';
import { companyOf, type Outcomes, play } from '../../support/twoPlanners.ts';

const NAMES = ['anna', 'ben', 'carl', 'dora'];
/** Visits a month at the baseline, and effort cost c of an ordinary month of hours. */
const VISITS = 1000;
const COST = 60;
/** People measure what their work does on few runs: this share of it is the error that they make. */
const BELIEVED = 0.025;

/** A pool of `n` people who share the hours of one job and `perVisitUsd` for each visit. */
function pool(n: number, perVisitUsd: number, elasticity: number): Company {
  const names = NAMES.slice(0, n);
  const traits = {
    motive: 'honest',
    riskAversionPerUsd: 0,
    discountSharePerMonth: 0,
    hoursPerMonth: 800 / n,
    effortCostUsdPerMonth: COST,
  };
  const pay = {
    baseUsdPerYear: 80_000,
    components: [
      { metric: 'visitors' as const, period: 'month' as const, payout: { perUnitUsd: perVisitUsd / n } },
    ],
  };
  const all = <T>(value: T) => Object.fromEntries(names.map((name) => [name, value]));
  return companyOf(all(traits), all(pay), {
    'tactics.awareness.elasticity': elasticity,
    'tactics.awareness.carryOverDays': 0,
    'tactics.brand-building.elasticity': 0.01,
    'marketing.turnoverSharePerYear': 0,
    // Otherwise more visits now leave fewer buyers for later.
    'market.accounts': 1e9,
  });
}

describe('free riding in a pool', () => {
  test.each([
    [1, 0.5, 2],
    [2, 0.3, 1],
    [7, 2, 0.5],
    [50, 1, 3],
  ])('in theory each of %i exerts b / (c N)', (agents, rate, cost) => {
    const world: TextbookWorld = {
      tasks: [{ name: 'work', valueUsd: 1 }],
      effortCost: [[cost]],
      metrics: [{ name: 'output', loadings: [1], scope: 'pooled' }],
      noise: [[0.2]],
      riskAversionPerUsd: 0,
      agents,
    };
    const { effort } = respond(world, {
      baseUsdPerYear: 0,
      components: [{ metric: 'output', period: 'year', payout: { perUnitUsd: rate / agents } }],
    });
    expect(Math.abs(effort[0] - rate / (cost * agents))).toBeLessThan(1e-6);
  });

  test('in the company the pool’s extra visits are b / (c N) of the usual', () => {
    const perVisitUsd = 0.02;
    const runs = 40;
    const unpaid = play(pool(1, 0, 1), runs);
    for (const n of [1, 2, 4]) {
      const paid = play(pool(n, perVisitUsd, 1), runs);
      const gain = sumOf(paid) / sumOf(unpaid) - 1;
      const wanted = (perVisitUsd * VISITS) / (COST * n);
      expect(Math.abs(gain / wanted - 1)).toBeLessThan(BELIEVED);
    }
  });

  test('hours of several people add up before diminishing returns', () => {
    // Each x of N solves x - 1 = (b / c N) e x^(e - 1).
    const [perVisitUsd, elasticity] = [0.1, 0.5];
    for (const n of [1, 2, 4]) {
      const { world, beliefs, planners } = pool(n, perVisitUsd, elasticity);
      const pay = Object.fromEntries(planners.map(({ name, written }) => [name, written]));
      const { levels, settles } = bestResponses(world, pay, beliefs!);
      let wanted = 1;
      for (let step = 0; step < 100; step++)
        wanted = 1 + ((perVisitUsd * VISITS) / (COST * n)) * elasticity * wanted ** (elasticity - 1);
      expect(settles).toBe(true);
      expect(Math.abs((levels.awareness - 1) / (wanted - 1) - 1)).toBeLessThan(BELIEVED);
    }
  });
});

function sumOf(runs: readonly Outcomes[]): number {
  return runs.reduce((sum, { trueVisitsCount }) => sum + trueVisitsCount, 0);
}
