import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { opening } from '../../../src/report/opening.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/**
 * Difference of two arms in standard errors, from their separate spreads; conservative, because the arms
 * share random numbers.
 */
function apart(bundle: Bundle, one: string, other: string, id: string): number {
  const [a, b] = [one, other].map((arm) => armOf(bundle, arm).outcomes[id]);
  return (a.mean - b.mean) / Math.hypot(a.se, b.se);
}

describe.runIf(isThorough)('the revolving door', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('revolving-door', 55);
  }, 90_000);

  test('sellers leave faster if leads are hollow', () => {
    const { meanDifference, se } = contrast(bundle, 'honest', 'repTurnoverShare');
    expect(meanDifference).toBeLessThan(-4 * se);
    expect(mean(bundle, 'fluff', 'repTurnoverShare')).toBeGreaterThan(0.3);
    expect(mean(bundle, 'honest', 'repTurnoverShare')).toBeLessThan(0.3);
    const sellers = contrast(bundle, 'honest', 'sellersCount');
    expect(sellers.meanDifference).toBeGreaterThan(4 * sellers.se);
  });

  test('the cause is missed quotas: if sellers do not mind them, they leave at the base rate', () => {
    const { meanDifference, se } = contrast(bundle, 'fluff-nobody-minds', 'repTurnoverShare');
    expect(meanDifference).toBeLessThan(-4 * se);
    // One in five per year; as a hazard a little more: -ln(0.8) = 0.223, from a month's hazard times twelve.
    const { mean: rate, se: error } = armOf(bundle, 'fluff-nobody-minds').outcomes.repTurnoverShare;
    const perMonth = 1 - Math.exp(Math.log(0.8) / 12);
    expect(Math.abs(rate - 12 * perMonth)).toBeLessThan(4 * error);
    // Revenue cannot be told apart: fear for the job makes those who stay work harder.
    const sellers = contrast(bundle, 'fluff-nobody-minds', 'sellersCount');
    expect(sellers.meanDifference).toBeGreaterThan(4 * sellers.se);
    const effort = contrast(bundle, 'fluff-nobody-minds', 'repEffortShare');
    expect(effort.meanDifference).toBeLessThan(-4 * effort.se);
  });

  test('turnover costs revenue through vacancies and ramps, and nothing if experienced successors start at once', () => {
    const leaves = contrast(bundle, 'fluff-nobody-leaves', 'revenueUsd');
    expect(leaves.meanDifference).toBeGreaterThan(4 * leaves.se);
    const atOnce = contrast(bundle, 'fluff-at-once', 'revenueUsd');
    expect(atOnce.meanDifference).toBeGreaterThan(4 * atOnce.se);
    expect(Math.abs(apart(bundle, 'fluff-at-once', 'fluff-nobody-leaves', 'revenueUsd'))).toBeLessThan(4);
    expect(mean(bundle, 'fluff-at-once', 'sellersCount')).toBe(5);
  });

  test('the report opens with turnover', () => {
    expect(opening(bundle)[0]).toMatch(
      /^In this model, sellers leaving in a year: 3\d% under “fluff”, 2\d% under “honest”, /,
    );
  });
});

test.runIf(isThorough)(
  'sellers of different skill share bookings less evenly than chance alone implies',
  async () => {
    const spread = await play('revolving-door', sized(25, 100), { 'sales.turnoverSharePerYear': 0 }, [
      'fluff',
      'fluff-all-alike',
    ]);
    const { meanDifference, se } = contrast(spread, 'fluff-all-alike', 'bestFifthShare');
    expect(meanDifference).toBeLessThan(-4 * se);
  },
  60_000,
);

describe.runIf(isThorough)('sales as king of the hill', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('sales-is-king', sized(34, 100));
  }, 120_000);

  test('the budget board shifts money from leads to sellers, and quota attainment falls', () => {
    const sellers = contrast(bundle, 'sales-is-king', 'sellersAtEndCount');
    expect(sellers.meanDifference).toBeGreaterThan(8);
    expect(sellers.meanDifference).toBeGreaterThan(4 * sellers.se);
    const leads = contrast(bundle, 'sales-is-king', 'sqlsCount');
    expect(leads.meanDifference / mean(bundle, 'money-stays', 'sqlsCount')).toBeLessThan(-0.15);
    const attainment = contrast(bundle, 'sales-is-king', 'quotaAttainmentShare');
    expect(attainment.meanDifference).toBeLessThan(-4 * attainment.se);
    expect(mean(bundle, 'sales-is-king', 'annualGoalReachedShare')).toBeLessThan(0.1);
  });

  test('money shifted to sellers raises revenue if they find own deals, and lowers it if they hardly do', () => {
    const revenue = contrast(bundle, 'sales-is-king', 'revenueUsd');
    expect(revenue.meanDifference).toBeGreaterThan(4 * revenue.se);
    const lost = contrast(bundle, 'hard-market-sales-is-king', 'revenueUsd');
    expect(lost.meanDifference).toBeLessThan(-4 * lost.se);
  });

  test('a board that judges by outcomes shifts less money from leads to sellers', () => {
    expect(apart(bundle, 'outcome-based', 'sales-is-king', 'sqlsCount')).toBeGreaterThan(4);
    expect(mean(bundle, 'outcome-based', 'sellersAtEndCount')).toBeLessThan(
      mean(bundle, 'sales-is-king', 'sellersAtEndCount') - 4,
    );
  });
});
