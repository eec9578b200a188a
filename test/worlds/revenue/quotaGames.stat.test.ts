import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { gamingSentence } from '../../../src/report/gamingSentence.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe('sellers on a forecast menu', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('forecast-menu', 80);
  }, 60_000);

  test('sellers forecast above or below their expectation as the menu rates make it pay', () => {
    expect(mean(bundle, 'cautious', 'forecastBiasShare')).toBeLessThan(-0.3);
    expect(mean(bundle, 'bold', 'forecastBiasShare')).toBeGreaterThan(0.3);
    expect(Math.abs(mean(bundle, 'balanced', 'forecastBiasShare'))).toBeLessThan(0.15);
  });

  test('forecasts are most accurate if errors in both directions cost the same', () => {
    for (const arm of ['cautious', 'bold']) {
      const { meanDifference, se } = contrast(bundle, arm, 'forecastErrorShare');
      expect(meanDifference).toBeGreaterThan(4 * se);
    }
  });

  test('without a menu nobody forecasts', () => {
    expect(armOf(bundle, 'straight').outcomes.forecastErrorShare).toBeUndefined();
    expect(gamingSentence(armOf(bundle, 'cautious'))).toMatch(/sellers forecast \d+% less than they book/);
  });
});

describe('ratcheting quotas', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('quota-ratchet', sized(35, 150));
  }, 60_000);

  test('ratcheting quotas cost revenue, but less than 6% of it', () => {
    const { meanDifference, se } = contrast(bundle, 'quotas-follow', 'revenueUsd');
    expect(meanDifference).toBeLessThan(-4 * se);
    expect(meanDifference / mean(bundle, 'quotas-stay', 'revenueUsd')).toBeGreaterThan(-0.06);
  });

  test('ratcheting quotas cost little with short-sighted sellers, although their quotas follow as well', () => {
    const [stay, follow] = ['quotas-stay-today-only', 'quotas-follow-today-only'].map(
      (arm) => armOf(bundle, arm).outcomes,
    );
    // Effort depends on the month's position against quota, so single runs differ; the means do not.
    const gap = Math.abs(follow.revenueUsd.mean - stay.revenueUsd.mean);
    expect(gap).toBeLessThan(0.3 * Math.abs(contrast(bundle, 'quotas-follow', 'revenueUsd').meanDifference));
    expect(follow.repMonthsAtQuotaShare.mean).not.toBe(stay.repMonthsAtQuotaShare.mean);
  });

  test.runIf(isThorough)('a gentler ratchet costs less revenue', async () => {
    const gentle = await play('quota-ratchet', sized(35, 150), {
      'arms.quotas-follow.set': { 'sales.quotaRatchetShare': 0.1 },
    });
    const [weak, strong] = [gentle, bundle].map((each) => contrast(each, 'quotas-follow', 'revenueUsd'));
    expect(weak.meanDifference).toBeGreaterThan(strong.meanDifference + 2 * strong.se);
  });

  test('under a straight commission a ratchet of quotas has no effect on revenue', async () => {
    const straight = await play('quota-ratchet', 50, {
      'plans.accelerated.reps.commission': { rateShare: 0.1, aboveQuotaRateShare: 0.1 },
    });
    const { meanDifference, se } = contrast(straight, 'quotas-follow', 'revenueUsd');
    expect([meanDifference, se]).toEqual([0, 0]);
  });
});

describe('sellers who can gamble on a deal', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('all-or-nothing', sized(35, 150), {}, undefined, 'gaming');
  }, 60_000);

  test('sellers gamble if all pay starts at quota, and not on a straight commission', () => {
    expect(mean(bundle, 'from-quota', 'gambledShare')).toBeGreaterThan(0.05);
    expect(mean(bundle, 'straight', 'gambledShare')).toBe(0);
    expect(mean(bundle, 'from-quota-plain-deals', 'gambledShare')).toBe(0);
  });

  test('gambling costs revenue against the same people without gambles', () => {
    const { gaming } = bundle.misalignment.find((item) => item.arm === 'from-quota')!.costs.revenueUsd;
    expect(gaming.meanDifference).toBeGreaterThan(4 * gaming.se);
    const plain = bundle.misalignment.find((item) => item.arm === 'from-quota-plain-deals')!.costs.revenueUsd
      .gaming;
    expect([plain.meanDifference, plain.se]).toEqual([0, 0]);
  });

  test.runIf(isThorough)('worse odds reduce the number of gambles', async () => {
    const dearer = await play('all-or-nothing', sized(35, 150), { 'sales.gambleChanceShare': 0.35 }, [
      'from-quota',
    ]);
    expect(mean(dearer, 'from-quota', 'gambledShare')).toBeLessThan(
      0.9 * mean(bundle, 'from-quota', 'gambledShare'),
    );
  });

  test('honest sellers do not gamble', async () => {
    const honest = await play('all-or-nothing', 50, { 'people.reps.motive': 'honest' }, ['from-quota']);
    expect(mean(honest, 'from-quota', 'gambledShare')).toBe(0);
  });
});
