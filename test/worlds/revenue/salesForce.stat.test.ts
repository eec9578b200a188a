import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { opening } from '../../../src/report/sentences.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';

/** Difference of two arms in standard errors, taken from their own spread: an upper bound, since luck is shared. */
function apart(bundle: Bundle, one: string, other: string, id: string): number {
  const [a, b] = [one, other].map((arm) => armOf(bundle, arm).outcomes[id]);
  return (a.mean - b.mean) / Math.hypot(a.se, b.se);
}

describe('the revolving door', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('revolving-door', 70);
  }, 90_000);

  test('turns faster where leads are hollow', () => {
    const { meanDifference, se } = contrast(bundle, 'honest', 'repTurnoverShare');
    expect(meanDifference).toBeLessThan(-4 * se);
    expect(mean(bundle, 'fluff', 'repTurnoverShare')).toBeGreaterThan(0.3);
    expect(mean(bundle, 'honest', 'repTurnoverShare')).toBeLessThan(0.3);
    const sellers = contrast(bundle, 'honest', 'sellersCount');
    expect(sellers.meanDifference).toBeGreaterThan(4 * sellers.se);
  });

  test('because those who miss quota leave sooner: where they do not, sellers leave at their own pace', () => {
    const { meanDifference, se } = contrast(bundle, 'fluff-nobody-minds', 'repTurnoverShare');
    expect(meanDifference).toBeLessThan(-4 * se);
    // One in five a year, from an empty chair's point of view a little more: -ln(0.8) = 0.223 for a month's hazard times twelve.
    const { mean: rate, se: error } = armOf(bundle, 'fluff-nobody-minds').outcomes.repTurnoverShare;
    const perMonth = 1 - Math.exp(Math.log(0.8) / 12);
    expect(Math.abs(rate - 12 * perMonth)).toBeLessThan(4 * error);
    const revenue = contrast(bundle, 'fluff-nobody-minds', 'revenueUsd');
    expect(revenue.meanDifference).toBeGreaterThan(4 * revenue.se);
  });

  test('costs revenue by empty chairs and by learning, and nothing where successors come at once and know the job', () => {
    const leaves = contrast(bundle, 'fluff-nobody-leaves', 'revenueUsd');
    expect(leaves.meanDifference).toBeGreaterThan(4 * leaves.se);
    const atOnce = contrast(bundle, 'fluff-at-once', 'revenueUsd');
    expect(atOnce.meanDifference).toBeGreaterThan(4 * atOnce.se);
    expect(Math.abs(apart(bundle, 'fluff-at-once', 'fluff-nobody-leaves', 'revenueUsd'))).toBeLessThan(4);
    expect(mean(bundle, 'fluff-at-once', 'sellersCount')).toBe(5);
  });

  test('is what the report says first', () => {
    expect(opening(bundle)[0]).toMatch(
      /^In this model, sellers leaving in a year: 3\d% under “fluff”, 2\d% under “honest”, /,
    );
  });
});

test('sellers of different skill share bookings less evenly than luck alone does', async () => {
  const spread = await play('revolving-door', 60, { 'sales.turnoverSharePerYear': 0 }, [
    'fluff',
    'fluff-all-alike',
  ]);
  const { meanDifference, se } = contrast(spread, 'fluff-all-alike', 'bestFifthShare');
  expect(meanDifference).toBeLessThan(-4 * se);
}, 60_000);

describe('sales as king of the hill', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('sales-is-king', 60);
  }, 120_000);

  test('moves money to sellers year after year, and away from leads', () => {
    const sellers = contrast(bundle, 'sales-is-king', 'sellersAtEndCount');
    expect(sellers.meanDifference).toBeGreaterThan(8);
    expect(sellers.meanDifference).toBeGreaterThan(4 * sellers.se);
    const leads = contrast(bundle, 'sales-is-king', 'sqlsCount');
    expect(leads.meanDifference / mean(bundle, 'money-stays', 'sqlsCount')).toBeLessThan(-0.15);
    const attainment = contrast(bundle, 'sales-is-king', 'quotaAttainmentShare');
    expect(attainment.meanDifference).toBeLessThan(-4 * attainment.se);
    expect(mean(bundle, 'sales-is-king', 'annualGoalReachedShare')).toBeLessThan(0.1);
  });

  test('pays where sellers find deals of their own, and costs where they hardly do', () => {
    const revenue = contrast(bundle, 'sales-is-king', 'revenueUsd');
    expect(revenue.meanDifference).toBeGreaterThan(4 * revenue.se);
    const lost = contrast(bundle, 'hard-market-sales-is-king', 'revenueUsd');
    expect(lost.meanDifference).toBeLessThan(-4 * lost.se);
  });

  test('a board that looks at outcomes stops sooner', () => {
    expect(apart(bundle, 'outcome-based', 'sales-is-king', 'sqlsCount')).toBeGreaterThan(4);
    expect(mean(bundle, 'outcome-based', 'sellersAtEndCount')).toBeLessThan(
      mean(bundle, 'sales-is-king', 'sellersAtEndCount') - 4,
    );
  });
});
