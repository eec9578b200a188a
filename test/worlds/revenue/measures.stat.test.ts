import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';

describe('good leads, rejected', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('good-leads-rejected', 40);
  }, 60_000);

  test('where deals of their own pay more, and marketing loses its bonus though it did the same', () => {
    expect(mean(bundle, 'one-rate', 'takenShare')).toBe(0);
    expect(mean(bundle, 'own-pays-more', 'takenShare')).toBeGreaterThan(0.5);
    for (const id of ['acceptedShare', 'bonusPaidUsd']) {
      const { meanDifference, se } = contrast(bundle, 'own-pays-more', id);
      expect(meanDifference).toBeLessThan(-4 * se);
    }
    // Sales says that it finds most deals itself, and brings no more than before.
    expect(mean(bundle, 'own-pays-more', 'ownWinsShare')).toBeGreaterThan(
      5 * mean(bundle, 'one-rate', 'ownWinsShare'),
    );
    const revenue = contrast(bundle, 'own-pays-more', 'revenueUsd');
    expect(Math.abs(revenue.meanDifference)).toBeLessThan(0.01 * mean(bundle, 'one-rate', 'revenueUsd'));
    const pay = contrast(bundle, 'own-pays-more', 'repPayUsd');
    expect(pay.meanDifference).toBeGreaterThan(4 * pay.se);
  });

  test('which a system that shows it ends only against a definition that both sides agreed to', () => {
    expect(mean(bundle, 'shown', 'takenShare')).toBe(mean(bundle, 'own-pays-more', 'takenShare'));
    expect(mean(bundle, 'shown-and-agreed', 'takenShare')).toBeLessThan(0.05);
  });

  test('and of which nothing is marketing’s gaming, nor done by honest sellers', () => {
    expect(mean(bundle, 'own-pays-more', 'hollowPipelineShare')).toBeLessThan(0.005);
    expect(mean(bundle, 'own-pays-more-honest', 'takenShare')).toBe(0);
    // Marketing's numbers in the true ledger are those of the company in which nobody takes any.
    const pipeline = (arm: string) => armOf(bundle, arm).monthly['marketing-pipeline'];
    const sum = (months: readonly number[]) => months.reduce((a, b) => a + b, 0);
    expect(sum(pipeline('own-pays-more').true) / sum(pipeline('own-pays-more-honest').true)).toBeCloseTo(
      1,
      1,
    );
    expect(sum(pipeline('own-pays-more').reported) / sum(pipeline('own-pays-more').true)).toBeLessThan(0.6);
  });
});

test('leads alike are taken in the part whose trouble is worth less than the extra commission: 1 − exp(−gain / trouble)', async () => {
  const alike = await play(
    'good-leads-rejected',
    60,
    { 'buyers.fitSd': 0, 'sales.coolingDays': 1e6, 'marketing.collateralPiecesPerMonth': 0 },
    ['own-pays-more'],
  );
  const { mean: share, se } = armOf(alike, 'own-pays-more').outcomes.takenShare;
  // 5% of 0.7 x 0.4 x 23,000 dollars, against 300 dollars on average.
  expect(Math.abs(share - (1 - Math.exp((-0.05 * 0.7 * 0.4 * 23_000) / 300)))).toBeLessThan(4 * se);
});

test('what is measured: knowing the funnel helps who is paid for its end, and pay for its end without knowing does worst', async () => {
  const bundle = await play('what-is-measured', 40);
  const known = contrast(bundle, 'pipeline-known', 'revenueUsd');
  expect(known.meanDifference).toBeGreaterThan(20 * known.se);
  const blind = contrast(bundle, 'pipeline', 'revenueUsd');
  expect(blind.meanDifference).toBeLessThan(-4 * blind.se);
  const alone = contrast(bundle, 'leads-known', 'revenueUsd');
  expect(Math.abs(alone.meanDifference)).toBeLessThan(0.1 * known.meanDifference);
  // Because who reckons with rates of conversion passes leads that nobody can use for what they seem to bring.
  expect(mean(bundle, 'pipeline', 'hollowSqlsShare')).toBeGreaterThan(0.5);
  expect(mean(bundle, 'pipeline-known', 'hollowSqlsShare')).toBeLessThan(0.01);
}, 60_000);

test('days with customers give way to numbers that are paid for, and come back on pay tied to revenue, because of what they bring', async () => {
  const bundle = await play('customer-visits', 40);
  const worse = ['unreadySqlsShare', 'collateralUnusedShare'] as const;
  for (const id of worse) {
    const salary = contrast(bundle, 'salary', id);
    expect(salary.meanDifference).toBeLessThan(-4 * salary.se);
    const tied = contrast(bundle, 'revenue-tied', id);
    expect(tied.meanDifference).toBeLessThan(salary.meanDifference - 4 * tied.se);
    const without = contrast(bundle, 'revenue-tied-as-it-was', id);
    expect(without.meanDifference).toBeGreaterThan(4 * without.se);
  }
  const { meanDifference, se } = contrast(bundle, 'revenue-tied-as-it-was', 'revenueUsd');
  expect(meanDifference).toBeLessThan(-2 * se);
}, 60_000);

test('territories cost revenue, unequal ones more, and quotas that follow them change only who makes quota', async () => {
  const bundle = await play('territories', 60);
  for (const arm of ['alike', 'unequal']) {
    const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
    expect(meanDifference).toBeLessThan(-4 * se);
  }
  const atQuota = contrast(bundle, 'quotas-follow', 'repMonthsAtQuotaShare');
  expect(atQuota.meanDifference).toBeGreaterThan(4 * atQuota.se);
  const revenue = contrast(bundle, 'quotas-follow', 'revenueUsd');
  expect(Math.abs(revenue.meanDifference)).toBeLessThan(0.02 * mean(bundle, 'unequal', 'revenueUsd'));
  // Because leads wait for their own seller: where hours are plenty, equal territories cost next to nothing.
  const ample = await play('territories', 60, { 'sales.sellingHoursPerDay': 12 }, ['alike']);
  expect(Math.abs(contrast(ample, 'alike', 'revenueUsd').meanDifference)).toBeLessThan(
    0.5 * Math.abs(contrast(bundle, 'alike', 'revenueUsd').meanDifference),
  );
}, 90_000);
