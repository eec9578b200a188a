import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe('good leads that sellers take as their own', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('good-leads-rejected', sized(20, 60));
  }, 60_000);

  test('sellers take good leads as their own if own deals pay more, and marketing is paid less bonus', () => {
    expect(mean(bundle, 'one-rate', 'takenShare')).toBe(0);
    expect(mean(bundle, 'own-pays-more', 'takenShare')).toBeGreaterThan(0.5);
    for (const id of ['acceptedShare', 'bonusPaidUsd']) {
      const { meanDifference, se } = contrast(bundle, 'own-pays-more', id);
      expect(meanDifference).toBeLessThan(-4 * se);
    }
    // Sales claims to find over five times as many of the deals itself, and revenue is the same within 1%.
    expect(mean(bundle, 'own-pays-more', 'ownWinsShare')).toBeGreaterThan(
      5 * mean(bundle, 'one-rate', 'ownWinsShare'),
    );
    const revenue = contrast(bundle, 'own-pays-more', 'revenueUsd');
    expect(Math.abs(revenue.meanDifference)).toBeLessThan(0.01 * mean(bundle, 'one-rate', 'revenueUsd'));
    const pay = contrast(bundle, 'own-pays-more', 'repPayUsd');
    expect(pay.meanDifference).toBeGreaterThan(4 * pay.se);
  });

  test('transparency ends the taking of leads only together with an agreed definition', () => {
    expect(mean(bundle, 'shown', 'takenShare')).toBe(mean(bundle, 'own-pays-more', 'takenShare'));
    expect(mean(bundle, 'shown-and-agreed', 'takenShare')).toBeLessThan(0.05);
  });

  test('taken leads do not count as marketing’s gaming, and honest sellers take none', async () => {
    // Where marketing does not game, nothing in its pipeline is hollow, whatever sellers take.
    const honest = await play('good-leads-rejected', 5, { 'people.director.motive': 'honest' }, [
      'own-pays-more',
    ]);
    expect(mean(honest, 'own-pays-more', 'takenShare')).toBeGreaterThan(0.5);
    expect(mean(honest, 'own-pays-more', 'hollowPipelineShare')).toBe(0);
    expect(mean(bundle, 'own-pays-more-honest', 'takenShare')).toBe(0);
    // Marketing's true pipeline is within 5% of that of the company in which nobody takes leads.
    const pipeline = (arm: string) => armOf(bundle, arm).monthly['marketing-pipeline'];
    const sum = (months: readonly number[]) => months.reduce((a, b) => a + b, 0);
    expect(sum(pipeline('own-pays-more').true) / sum(pipeline('own-pays-more-honest').true)).toBeCloseTo(
      1,
      1,
    );
    expect(sum(pipeline('own-pays-more').reported) / sum(pipeline('own-pays-more').true)).toBeLessThan(0.6);
  });
});

test.runIf(isThorough)('identical leads are taken in the share 1 − exp(−gain / trouble)', async () => {
  const alike = await play(
    'good-leads-rejected',
    60,
    { 'buyers.fitSd': 0, 'sales.coolingDays': 1e6, 'marketing.collateralPiecesPerMonth': 0 },
    ['own-pays-more'],
  );
  const { mean: share, se } = armOf(alike, 'own-pays-more').outcomes.takenShare;
  // 5% of 0.7 x 0.4 x 23,000 dollars, against an average of 300 dollars.
  expect(Math.abs(share - (1 - Math.exp((-0.05 * 0.7 * 0.4 * 23_000) / 300)))).toBeLessThan(4 * se);
});

test.runIf(isThorough)(
  'knowledge of the funnel helps those paid on its end: without it they pass leads that nobody can use',
  async () => {
    const bundle = await play('what-is-measured', sized(20, 60));
    const known = contrast(bundle, 'pipeline-known', 'revenueUsd');
    expect(known.meanDifference).toBeGreaterThan(4 * known.se);
    const alone = contrast(bundle, 'leads-known', 'revenueUsd');
    expect(Math.abs(alone.meanDifference)).toBeLessThan(0.1 * known.meanDifference);
    // Planning with conversion rates overvalues leads that nobody can use.
    expect(mean(bundle, 'pipeline', 'hollowSqlsShare')).toBeGreaterThan(0.3);
    expect(mean(bundle, 'pipeline-known', 'hollowSqlsShare')).toBeLessThan(0.01);
  },
  60_000,
);

test.runIf(isThorough)(
  'days with customers are neglected under pay on counts, return under pay tied to revenue, and raise it',
  async () => {
    const bundle = await play('customer-visits', sized(32, 80));
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
  },
  60_000,
);

test.runIf(isThorough)(
  'territories cost revenue, unequal ones more, and quotas that follow them only change who makes quota',
  async () => {
    const bundle = await play('territories', sized(24, 100));
    for (const arm of ['alike', 'unequal']) {
      const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
      expect(meanDifference).toBeLessThan(-4 * se);
    }
    const atQuota = contrast(bundle, 'quotas-follow', 'repMonthsAtQuotaShare');
    expect(atQuota.meanDifference).toBeGreaterThan(4 * atQuota.se);
    const revenue = contrast(bundle, 'quotas-follow', 'revenueUsd');
    expect(Math.abs(revenue.meanDifference)).toBeLessThan(0.02 * mean(bundle, 'unequal', 'revenueUsd'));
    // Leads wait for their own seller; with ample hours, equal territories cost next to nothing.
    const ample = await play('territories', sized(24, 100), { 'sales.sellingHoursPerDay': 12 }, ['alike']);
    expect(Math.abs(contrast(ample, 'alike', 'revenueUsd').meanDifference)).toBeLessThan(
      0.5 * Math.abs(contrast(bundle, 'alike', 'revenueUsd').meanDifference),
    );
  },
  90_000,
);
