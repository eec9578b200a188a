import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/** Paired difference from the reference in standard errors. */
function moves(bundle: Bundle, arm: string, id: string): number {
  const { meanDifference, se } = contrast(bundle, arm, id);
  return meanDifference / se;
}

describe.runIf(isThorough)('a service-level promise of sales to call every lead', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('service-level', sized(24, 120));
  }, 60_000);

  test('the promise is kept: leads that sellers do not trust are called, as far as time allows', () => {
    expect(mean(bundle, 'nothing-agreed', 'droppedNotBelievedShare')).toBeGreaterThan(0.8);
    expect(mean(bundle, 'promise', 'droppedNotBelievedShare')).toBe(0);
    expect(mean(bundle, 'promise', 'rejectedNotReadyShare')).toBeGreaterThan(0.15);
    expect(mean(bundle, 'promise', 'droppedNoTimeShare')).toBeGreaterThan(0.6);
  });

  test('the promise costs selling time, and brings nothing, while there is no agreed lead definition', () => {
    const usual = mean(bundle, 'nothing-agreed', 'revenueUsd');
    const { ci95 } = contrast(bundle, 'promise', 'revenueUsd');
    expect(ci95[1]).toBeLessThan(0.03 * usual);
    expect(moves(bundle, 'promise', 'sellingTimeWastedShare')).toBeGreaterThan(4);
  });

  test('with an agreed definition the promise costs no detectable revenue, and leads called first cool less', () => {
    expect(moves(bundle, 'definition', 'revenueUsd')).toBeGreaterThan(4);
    const [plain, promised, first] = [
      'definition',
      'definition-and-promise',
      'definition-and-leads-first',
    ].map((arm) => contrast(bundle, arm, 'revenueUsd'));
    expect(Math.abs(promised.meanDifference - plain.meanDifference)).toBeLessThan(4 * plain.se);
    expect(first.meanDifference).toBeGreaterThan(plain.meanDifference);
    const cooled = ['definition', 'definition-and-leads-first'].map(
      (arm) => armOf(bundle, arm).outcomes.lostCooledCount,
    );
    expect(cooled[0].mean - cooled[1].mean).toBeGreaterThan(4 * Math.hypot(cooled[0].se, cooled[1].se));
  });
});

describe.runIf(isThorough)('one owner of marketing and sales', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('one-owner', sized(32, 80));
  }, 90_000);

  test('an owner paid on visits, leads and SQLs lowers the score threshold and hardly relabels leads', () => {
    const { arrangement } = armOf(bundle, 'one-owner');
    expect(arrangement!.sqlBar).toBeLessThan(1.09 - 0.4);
    expect(mean(bundle, 'separate', 'hollowSqlsShare')).toBeGreaterThan(0.45);
    expect(mean(bundle, 'one-owner', 'hollowSqlsShare')).toBeLessThan(0.05);
    expect(mean(bundle, 'one-owner', 'unreadySqlsShare')).toBeGreaterThan(0.6);
    expect(moves(bundle, 'one-owner', 'revenueUsd')).toBeLessThan(-4);
    expect(moves(bundle, 'one-owner', 'directorNetUsd')).toBeGreaterThan(4);
  });

  test('an owner on a revenue-tied bonus earns more revenue than two departments on the same bonus', () => {
    const { arrangement } = armOf(bundle, 'revenue-tied-one-owner');
    expect(arrangement!.sqlBar).toBeGreaterThan(1.09 - 0.3);
    expect(moves(bundle, 'revenue-tied-one-owner', 'revenueUsd')).toBeGreaterThan(3);
  });

  test("separate departments have no owner's arrangement", () => {
    expect(armOf(bundle, 'separate').arrangement).toBeUndefined();
    expect(armOf(bundle, 'revenue-tied').arrangement).toBeUndefined();
  });
});

describe.runIf(isThorough)('word of mouth', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('word-of-mouth', sized(24, 120));
  }, 90_000);

  test('word of mouth brings leads and revenue, and more leads in the fourth year than in the first', () => {
    expect(moves(bundle, 'honest-nobody-talks', 'trueLeadsCount')).toBeLessThan(-4);
    expect(moves(bundle, 'honest-nobody-talks', 'revenueUsd')).toBeLessThan(-4);
    for (const id of ['trueLeadsCount', 'revenueUsd'])
      expect(mean(bundle, 'fluff-nobody-talks', id)).toBeLessThan(0.95 * mean(bundle, 'fluff', id));
    expect(moves(bundle, 'fluff-nobody-talks', 'revenueUsd')).toBeLessThan(-4);
    // Gaming costs revenue with and without word of mouth.
    for (const [fluff, honest] of [
      ['fluff', 'honest'],
      ['fluff-nobody-talks', 'honest-nobody-talks'],
    ])
      expect(mean(bundle, fluff, 'revenueUsd')).toBeLessThan(0.95 * mean(bundle, honest, 'revenueUsd'));
    const year = (arm: string, y: number) =>
      armOf(bundle, arm)
        .monthly.leads.true.slice(12 * y, 12 * y + 12)
        .reduce((a, b) => a + b, 0);
    expect(year('honest', 3) / year('honest', 0)).toBeGreaterThan(1.1);
    expect(year('honest-nobody-talks', 3) / year('honest-nobody-talks', 0)).toBeLessThan(1);
  });

  test('gaming under a bonus on counts costs market share and revenue with word of mouth', () => {
    expect(moves(bundle, 'honest', 'marketShare')).toBeGreaterThan(4);
    expect(moves(bundle, 'honest', 'revenueUsd')).toBeGreaterThan(4);
  });

  test('purchases by satisfied customers raise net retention and renewals, but not new business', () => {
    const [grows, stays] = ['honest', 'honest-nobody-buys-more'].map((arm) => armOf(bundle, arm).outcomes);
    expect(grows.netRetentionShare.mean - stays.netRetentionShare.mean).toBeGreaterThan(
      4 * Math.hypot(grows.netRetentionShare.se, stays.netRetentionShare.se),
    );
    expect(grows.revenueUsd.mean).toBe(stays.revenueUsd.mean);
    expect(grows.renewalUsd.mean).toBeGreaterThan(stays.renewalUsd.mean);
  });
});

describe.runIf(isThorough)('idle sellers', () => {
  test('gaming under a bonus on counts raises revenue if sellers are idle', async () => {
    const bundle = await play('idle-sellers', sized(24, 120));
    const { meanDifference, se } = contrast(bundle, 'fluff-honest', 'revenueUsd');
    expect(meanDifference).toBeLessThan(-4 * se);
    expect(mean(bundle, 'fluff', 'hollowSqlsShare')).toBeGreaterThan(0.3);
  }, 60_000);
});
