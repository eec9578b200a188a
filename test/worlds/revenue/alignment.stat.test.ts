import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { opening } from '../../../src/report/opening.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe.runIf(isThorough)('two counts of one year’s leads', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('two-counts', sized(60, 100));
  }, 60_000);
  const gap = (arm: string) => mean(bundle, arm, 'sqlsCount') / mean(bundle, arm, 'acceptedCount');

  test('the two counts are far apart without agreement, and converge with the stages of alignment', () => {
    expect(gap('ambiguous')).toBeGreaterThan(30);
    expect(gap('structured')).toBeLessThan(gap('ambiguous') / 5);
    expect(gap('aligned')).toBeLessThan(1.6);
    expect(gap('aligned')).toBeLessThan(gap('structured') / 2);
  });

  test('revenue rises with the stages of alignment', () => {
    const [structured, aligned] = ['structured', 'aligned'].map((arm) => contrast(bundle, arm, 'revenueUsd'));
    expect(structured.meanDifference).toBeGreaterThan(4 * structured.se);
    expect(aligned.meanDifference).toBeGreaterThan(structured.meanDifference + 4 * aligned.se);
  });

  test('in an ambiguous company whose departments happen to agree, counts are close and revenue is higher', () => {
    expect(gap('same-meaning-by-chance')).toBeLessThan(1.6);
    const { meanDifference, se } = contrast(bundle, 'same-meaning-by-chance', 'revenueUsd');
    expect(meanDifference).toBeGreaterThan(4 * se);
  });

  test('the report opens with the two counts', () => {
    expect(opening(bundle)).toEqual([
      expect.stringMatching(
        /^In this model, SQLs reported: 3,\d{3} under “ambiguous”, .* and \d{3} under “same meaning by chance”\.$/,
      ),
      expect.stringMatching(
        /^In this model, qualified by sales’ count: \d\d(\.\d)? under “ambiguous”, .* under “aligned”/,
      ),
      expect.stringMatching(/^In this model, passed leads dropped: \d\d% under “ambiguous”, /),
    ]);
  });
});

describe.runIf(isThorough)('the volume of leads', () => {
  test('a sales floor has an optimal volume of leads: with fewer or more it sells less', async () => {
    const bundle = await play('lead-volume', sized(20, 60));
    for (const arm of [
      'twenty-five-a-week',
      'seventy-five-a-week',
      'hundred-a-week',
      'hundred-and-fifty-a-week',
    ]) {
      const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
      expect(meanDifference).toBeLessThan(-4 * se);
    }
    expect(mean(bundle, 'hundred-and-fifty-a-week', 'leadsDroppedShare')).toBeGreaterThan(0.5);
    // About fifty a week, and three times as many; a week is a 52nd of a year.
    expect(mean(bundle, 'fifty-a-week', 'sqlsCount') / 52).toBeCloseTo(47, -1);
    expect(mean(bundle, 'hundred-and-fifty-a-week', 'sqlsCount') / 52).toBeCloseTo(147, -1);
  }, 60_000);

  test.runIf(isThorough)(
    'excess leads do no harm if reps can see which leads are ready',
    async () => {
      const seen = await play('lead-volume', sized(20, 60), { 'governance.leadVisibility': 'readiness' });
      const { meanDifference, se } = contrast(seen, 'hundred-and-fifty-a-week', 'revenueUsd');
      expect(meanDifference).toBeGreaterThan(-4 * se);
    },
    60_000,
  );
});

describe.runIf(isThorough)('a new director on the same bonus', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('new-director', sized(32, 80));
  }, 90_000);

  test('a new director on the same bonus games like the old one', () => {
    const [old, fresh] = ['same-director', 'new-director'].map((arm) => mean(bundle, arm, 'hollowSqlsShare'));
    expect(old).toBeGreaterThan(0.45);
    expect(Math.abs(fresh - old)).toBeLessThan(0.03);
    // A new director raises revenue by less than a tenth of what a new bonus does.
    const gain = contrast(bundle, 'new-director', 'revenueUsd').meanDifference;
    expect(gain).toBeLessThan(0.1 * contrast(bundle, 'same-director-new-bonus', 'revenueUsd').meanDifference);
  });

  test('a new bonus ends gaming from the month of the change, with the old or a new director', () => {
    for (const arm of ['same-director-new-bonus', 'new-director-new-bonus']) {
      const { reported, true: truth } = armOf(bundle, arm).monthly.sqls;
      const hollow = reported.map((count, m) => count - truth[m]);
      expect(Math.min(...hollow.slice(0, 12))).toBeGreaterThan(30);
      expect(Math.max(...hollow.slice(12))).toBe(0);
      const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
      expect(meanDifference).toBeGreaterThan(4 * se);
    }
  });

  test('without gaming, replacing the director only costs revenue', () => {
    const { meanDifference, se } = contrast(bundle, 'new-director-no-gaming', 'revenueUsd');
    expect(meanDifference).toBeLessThan(-4 * se);
  });
});

describe.runIf(isThorough)('a change of plans', () => {
  test.each([
    ['traffic-only', 1e-9, ['revenueUsd', 'directorNetUsd', 'sqlsCount', 'visitsCount', 'profitUsd']],
    ['salary-only', 0, ['revenueUsd', 'directorNetUsd', 'sqlsCount', 'visitsCount', 'profitUsd']],
    // Under cliffs, searches from an ordinary month and from the last month can end at different optima. They
    // are worth the same to the director, and this is the search's only criterion.
    ['fluff', 1e-3, ['directorNetUsd']],
  ])(
    "a change to the same plan changes no main outcome, and under cliffs not the director's net pay: %s",
    async (plan, tolerance, outcomes) => {
      const bundle = await play('new-director', 25, {
        arms: { kept: { plan }, again: { plan, later: { fromMonth: 13, plan } } },
        'question.reference': 'kept',
        'question.tell': [],
        'question.horizonMonths': 24,
      });
      for (const id of outcomes) {
        const { meanDifference } = contrast(bundle, 'again', id);
        expect(Math.abs(meanDifference)).toBeLessThanOrEqual(tolerance * mean(bundle, 'kept', id));
      }
    },
    60_000,
  );

  test('a change of plans preserves what the director has learnt', async () => {
    const bundle = await play('learning-director', sized(20, 60), {
      arms: {
        kept: { plan: 'fluff', set: { 'people.director.beliefs': 'learning' } },
        again: {
          plan: 'fluff',
          set: { 'people.director.beliefs': 'learning' },
          later: { fromMonth: 25, plan: 'fluff' },
        },
      },
      'question.reference': 'kept',
      'question.tell': [],
      'question.horizonMonths': 36,
    });
    const { reported, true: truth } = armOf(bundle, 'again').monthly.visitors;
    const bought = (m: number) => reported[m] - truth[m];
    const mean3 = (from: number) => (bought(from) + bought(from + 1) + bought(from + 2)) / 3;
    // A director who had forgotten would buy next to nothing, as in the first months.
    expect(mean3(25)).toBeGreaterThan(0.8 * mean3(21));
    expect(mean3(25)).toBeGreaterThan(2 * mean3(1));
  }, 60_000);
});

describe.runIf(isThorough)('the ramp of a new director', () => {
  test.each(['fluff', 'salary-only'])(
    "the effect of a new director's ramp on visits has ended a year after the change, under %s",
    async (plan) => {
      const bundle = await play('new-director', sized(32, 80), {
        'question.horizonMonths': 18,
        'people.director.motive': 'honest',
        'question.reference': 'kept',
        'question.tell': [],
        arms: { kept: { plan }, gone: { plan, set: { 'governance.replacementMonth': 3 } } },
      });
      const visits = (arm: string) => armOf(bundle, arm).monthly.visitors.true;
      // Two vacant months, three of ramp, and a delay until visitors respond.
      expect(visits('gone')[3] / visits('kept')[3]).toBeLessThan(0.97);
      expect(visits('gone')[15] / visits('kept')[15]).toBeGreaterThan(0.99);
    },
  );
});

describe.runIf(isThorough)('full transparency', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('transparency', sized(32, 100));
  }, 60_000);

  test('transparency ends gaming that can always be sanctioned, but not relabelling without an agreed definition', () => {
    expect(mean(bundle, 'dark', 'hollowVisitsShare')).toBeGreaterThan(0.25);
    expect(mean(bundle, 'full', 'hollowVisitsShare')).toBeLessThan(0.02);
    expect(mean(bundle, 'full', 'hollowSqlsShare')).toBeGreaterThan(0.4);
    expect(mean(bundle, 'full-and-agreed', 'hollowSqlsShare')).toBeLessThan(0.02);
  });

  test('transparency alone hardly moves revenue, and with an agreed definition it raises revenue', () => {
    const [alone, both] = ['full', 'full-and-agreed'].map((arm) => contrast(bundle, arm, 'revenueUsd'));
    expect(Math.abs(alone.meanDifference)).toBeLessThan(0.2 * both.meanDifference);
    expect(both.meanDifference).toBeGreaterThan(4 * both.se);
  });

  test('transparency has no effect on revenue without complaints', async () => {
    const silent = await play('transparency', 50, { 'governance.complaintRatePerMonth': 0 }, [
      'dark',
      'full',
    ]);
    expect([
      contrast(silent, 'full', 'revenueUsd').meanDifference,
      contrast(silent, 'full', 'revenueUsd').se,
    ]).toEqual([0, 0]);
  });
});

describe('a bonus on activity', () => {
  test.runIf(isThorough)(
    'an activity bonus under frequent audits earns more profit than pay on distant bookings, under rare ones less',
    async () => {
      const bundle = await play('activity-wins', sized(100, 200));
      const [audited, unaudited] = ['passed-leads', 'passed-leads-unaudited'].map((arm) =>
        contrast(bundle, arm, 'profitUsd'),
      );
      expect(audited.meanDifference).toBeGreaterThan(4 * audited.se);
      expect(unaudited.meanDifference).toBeLessThan(-4 * unaudited.se);
      expect(mean(bundle, 'passed-leads', 'hollowSqlsShare')).toBe(0);
      // It also beats a plain salary, which pay on bookings this distant does not.
      const none = contrast(bundle, 'salary', 'profitUsd');
      expect(none.meanDifference).toBeLessThan(-2 * none.se);
      expect(mean(bundle, 'salary', 'profitUsd')).toBeGreaterThan(
        mean(bundle, 'bookings', 'profitUsd') + 2 * none.se,
      );
      expect(mean(bundle, 'passed-leads-unaudited', 'hollowSqlsShare')).toBeGreaterThan(0.5);
    },
    60_000,
  );
});

describe.runIf(isThorough)('blame between marketing and sales', () => {
  test('both sides are right: at least 30% of passed leads go uncalled, and at least half are not ready', async () => {
    const bundle = await play('who-is-to-blame', sized(24, 80), {}, undefined, 'all');
    const of = (arm: string) => [
      mean(bundle, arm, 'leadsDroppedShare'),
      mean(bundle, arm, 'unreadySqlsShare'),
    ];
    const [dropped, unready] = of('as-it-is');
    expect(dropped).toBeGreaterThan(0.3);
    expect(unready).toBeGreaterThan(0.5);
    // More selling time answers only one complaint. Without gaming there are fewer leads, which answers both.
    expect(of('more-selling-time')[0]).toBeLessThan(0.05);
    expect(of('more-selling-time')[1]).toBeGreaterThan(0.5);
    expect(of('honest-marketing')[0]).toBeLessThan(0.05);
    expect(of('honest-marketing')[1]).toBeLessThan(0.3);
    for (const arm of ['honest-marketing', 'more-selling-time', 'honest-and-more-time']) {
      const { meanDifference, se } = contrast(bundle, arm, 'winsCount');
      expect(meanDifference).toBeGreaterThan(4 * se);
    }
    const lost = bundle.blame.find(({ arm }) => arm === 'as-it-is')!;
    expect(lost.rows.length).toBeGreaterThan(3);
    expect(Object.values(lost.claims.sales).every(Number.isFinite)).toBe(true);
  }, 60_000);
});

describe.runIf(isThorough)('a misaligned enterprise', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('misaligned-enterprise', sized(20, 60));
  }, 60_000);

  test('the misaligned enterprise reproduces the orders of magnitude of industry figures', () => {
    const of = (id: string) => mean(bundle, 'misaligned', id);
    expect(of('leadsDroppedShare')).toBeGreaterThan(0.7);
    expect(of('leadsDroppedShare')).toBeLessThan(0.92);
    expect(of('collateralUnusedShare')).toBeGreaterThan(0.85);
    expect(of('collateralUnusedShare')).toBeLessThan(0.98);
    expect(of('ownWinsShare')).toBeGreaterThan(0.65);
    expect(of('ownWinsShare')).toBeLessThan(0.9);
    expect(of('costPerWinUsd')).toBeGreaterThan(380_000);
    expect(of('costPerWinUsd')).toBeLessThan(620_000);
  });

  test('one definition improves every figure except the use of collateral', () => {
    for (const id of ['leadsDroppedShare', 'ownWinsShare', 'costPerWinUsd']) {
      const { meanDifference, se } = contrast(bundle, 'one-definition', id);
      expect(meanDifference).toBeLessThan(-4 * se);
    }
    const { meanDifference, se } = contrast(bundle, 'one-definition', 'collateralUnusedShare');
    expect(Math.abs(meanDifference)).toBeLessThanOrEqual(4 * se);
  });

  test('a say for sales in collateral raises its use and profit', () => {
    const unused = contrast(bundle, 'a-say-in-collateral', 'collateralUnusedShare');
    expect(unused.meanDifference).toBeLessThan(-0.2);
    for (const arm of ['a-say-in-collateral', 'aligned']) {
      const { meanDifference, se } = contrast(bundle, arm, 'profitUsd');
      expect(meanDifference).toBeGreaterThan(4 * se);
    }
    const dropped = contrast(bundle, 'a-say-in-collateral', 'leadsDroppedShare');
    expect(Math.abs(dropped.meanDifference)).toBeLessThan(0.02);
  });

  test.runIf(isThorough)(
    'collateral without effect on wins changes no deal, only hours and money',
    async () => {
      const idle = await play(
        'misaligned-enterprise',
        40,
        { 'sales.collateralLiftShare': 0, 'sales.trialShare': 0, 'marketing.collateralUsdPerPiece': 0 },
        ['misaligned', 'a-say-in-collateral'],
      );
      const { meanDifference, se } = contrast(idle, 'a-say-in-collateral', 'profitUsd');
      expect([meanDifference, se]).toEqual([0, 0]);
    },
    60_000,
  );
});

describe.runIf(isThorough)('three stages of alignment', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('three-stages', sized(20, 60));
  }, 60_000);

  test('each stage of alignment raises revenue and the share of accepted leads', () => {
    const [structured, aligned] = ['structured', 'aligned'].map((arm) => contrast(bundle, arm, 'revenueUsd'));
    expect(structured.meanDifference).toBeGreaterThan(4 * structured.se);
    expect(aligned.meanDifference).toBeGreaterThan(structured.meanDifference + 2 * aligned.se);
    const accepted = ['ambiguous', 'structured', 'aligned'].map((arm) => mean(bundle, arm, 'acceptedShare'));
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
  });

  test('a better bonus without alignment raises revenue less than both together', () => {
    const [alone, both] = ['ambiguous-revenue-tied', 'aligned-revenue-tied'].map((arm) =>
      contrast(bundle, arm, 'revenueUsd'),
    );
    expect(both.meanDifference).toBeGreaterThan(alone.meanDifference + 4 * both.se);
  });
});
