import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { replayDeals } from '../../../src/experiments/commands/dealLog.ts';
import { partTables } from '../../../src/report/partTables.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { productMix } from '../../../src/worlds/revenue/contract/productMix.ts';
import { creditFactors } from '../../../src/worlds/revenue/minds/seller/ordinaryMonth.ts';
import { cache, threads } from '../../support/shared.ts';
import { armOf, contrast, play, readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

type Overrides = Readonly<Record<string, unknown>>;
const list = (set: Overrides = {}) => parseRevenueScenario(textOf('price-list.yaml'), { readBase, set });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const PRICES = { starter: 0.4, team: 1, enterprise: 4.6 };
const CHANCES = { starter: 1, team: 1, enterprise: 0.5 };

test.runIf(isThorough)('lines that are alike change no number', async () => {
  const alike = await play('price-list', 6, {}, ['one-price']);
  const none = parseRevenueScenario(textOf('catherine.yaml'), { readBase });
  expect(none.arms[0].world.products).toEqual([]);
  const { lines: _, ...rest } = parse(textOf('price-list.yaml')) as Record<string, unknown>;
  const bare = await compare(
    parseRevenueScenario(stringify({ ...rest, arms: { 'one-price': { plan: 'cliff' } } }), { readBase }),
    { replicates: 6, counterfactuals: 'none', cache, executor: threads },
  );
  for (const [id, { mean: expected }] of Object.entries(armOf(bare, 'one-price').outcomes)) {
    if (id.startsWith('product')) continue;
    const { mean: got } = armOf(alike, 'one-price').outcomes[id];
    expect(Math.abs(got - expected), id).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  }
});

test.runIf(isThorough)(
  'deals of each line are as common, as large, as likely and as long as the list says',
  () => {
    const scenario = list();
    const names = Object.keys(PRICES) as (keyof typeof PRICES)[];
    const deals = Array.from({ length: sized(12, 60) }, (_, run) =>
      replayDeals(scenario, 'hard-to-win', run),
    ).flat();
    const of = Object.fromEntries(names.map((name) => [name, deals.filter(({ line }) => line === name)]));
    const weights = { starter: 0.6, team: 0.3, enterprise: 0.1 };
    const within = (share: number, expected: number, n: number) =>
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / n));
    for (const name of names) {
      within(of[name].length / deals.length, weights[name], deals.length);
      const sizes = of[name].map(({ valueUsd }) => valueUsd);
      const usd = mean(sizes);
      // Deals spread 10% around the price.
      expect(Math.abs(usd / (23_000 * PRICES[name]) - 1)).toBeLessThan(0.4 / Math.sqrt(sizes.length));
      const cv = Math.sqrt(mean(sizes.map((size) => (size / usd - 1) ** 2)));
      expect(Math.abs(cv - 0.1)).toBeLessThan(0.4 / Math.sqrt(sizes.length));
    }
    const decided = (name: keyof typeof PRICES) =>
      of[name].filter(({ decidedDay }) => decidedDay !== undefined);
    // All lines but the long one are decided alike: the team line's share won is that of the starter line.
    const won = (name: keyof typeof PRICES) =>
      decided(name).filter(({ outcome }) => outcome === 'won').length / decided(name).length;
    const usual = won('starter');
    within(won('team'), usual, decided('team').length);
    within(won('enterprise'), usual * CHANCES.enterprise, decided('enterprise').length);
    const days = (name: keyof typeof PRICES) =>
      mean(
        decided(name).flatMap(({ decidedDay, openedDay }) =>
          openedDay < 120 ? decidedDay! - openedDay : [],
        ),
      );
    // Work on a deal takes its time too, whatever the line.
    expect(days('enterprise') - days('starter')).toBeGreaterThan(1.8 * (days('starter') - 3));
  },
);

test('means over lines are those of the price list', () => {
  const { world } = list().arms.find(({ name }) => name === 'hard-to-win')!;
  const { worthTimes, wonTimes, dealCv, ends } = productMix(world);
  expect([...ends]).toEqual([0.6, 0.6 + 0.3, 1]);
  expect(worthTimes).toBeCloseTo(0.6 * 0.4 + 0.3 + 0.1 * 0.5 * 4.6, 12);
  expect(wonTimes).toBeCloseTo(worthTimes / 0.95, 12);
  const square = (0.6 * 0.16 + 0.3 + 0.05 * 4.6 * 4.6) / 0.95;
  expect(dealCv).toBeCloseTo(Math.sqrt((1.01 * square) / wonTimes ** 2 - 1), 12);
  // A windfall clause that only enterprise deals meet: all of them count as 50,000.
  const { mean: credited, square: squared } = creditFactors(world, {
    rateShare: 0.1,
    windfall: { aboveUsd: 60_000, creditUsd: 50_000 },
  });
  const usd = 23_000 * worthTimes;
  expect(credited).toBeCloseTo((23_000 * 0.54 + 0.05 * 50_000) / usd, 4);
  const squares = 23_000 ** 2 * 1.01 * (0.6 * 0.16 + 0.3);
  expect(squared).toBeCloseTo(
    (squares + 0.05 * 50_000 ** 2) / (squares + 0.05 * 1.01 * (4.6 * 23_000) ** 2),
    4,
  );
});

test.runIf(isThorough)(
  'unequal prices of the same mean leave revenue, and make months miss the quota',
  async () => {
    // Without commission nobody works less for a risk.
    const set = { 'plans.cliff.reps.commission.rateShare': 0 };
    const bundle = await play('price-list', sized(150, 600), set, ['one-price', 'three-prices']);
    const revenue = contrast(bundle, 'three-prices', 'revenueUsd');
    expect(Math.abs(revenue.meanDifference)).toBeLessThan(3 * revenue.se);
    const missed = contrast(bundle, 'three-prices', 'teamMonthsMissedShare');
    expect(missed.meanDifference).toBeGreaterThan(4 * missed.se);
  },
);

test('a line that leaves more than its revenue, or is won more often than always, is refused', () => {
  expect(() => list({ 'lines.products.team.chanceTimes': 2.6 })).toThrow(/at most 1: chanceTimes up to 2.5/);
  expect(list().warnings.join()).not.toContain('list price');
  expect(list({ 'lines.products.team.dealTimes': 2 }).warnings.join()).toMatch(
    /average list price is \$29,900, 1.30 times/,
  );
  expect(() => list({ 'lines.products.team.marginTimes': 1.4 })).toThrow(/at most 1: marginTimes up to 1.33/);
});

test.runIf(isThorough)(
  'outcomes by channel, product line and seller add up to those of the company',
  async () => {
    const set = { 'question.by': ['channel', 'product', 'seller'] };
    const bundle = await play('price-list', 30, set, ['one-price', 'hard-to-win']);
    for (const { outcomes } of bundle.arms) {
      const sum = (pattern: RegExp) =>
        Object.entries(outcomes).reduce(
          (all, [id, { mean: part }]) => all + (pattern.test(id) ? part : 0),
          0,
        );
      for (const dimension of ['channel', 'product', 'seller']) {
        for (const what of ['Wins', 'Opportunities'] as const)
          expect(sum(new RegExp(`^${dimension}\\w+${what}Count$`)), `${dimension} ${what}`).toBeCloseTo(
            outcomes[what === 'Wins' ? 'winsCount' : 'opportunitiesCount'].mean,
            6,
          );
      }
      const tables = partTables(bundle);
      expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
        ['By channel', 2 * 3],
        ['By product line', 2 * 3],
        ['By seller', 2 * 5],
      ]);
      for (const { head, rows } of tables) for (const row of rows) expect(row.length).toBe(head.length);
      expect(sum(/^channel\w+LeadsCount$/)).toBeCloseTo(outcomes.leadsCount.mean, 6);
      expect(sum(/^channel\w+BookingsUsd$/)).toBeCloseTo(sum(/^seller\w+BookingsUsd$/), 2);
    }
  },
);

test('channels whose outcomes would have one name are refused', () => {
  const twice = { 'market.channels.pa-id.visitsPerMonth': 10, 'market.channels.paId.visitsPerMonth': 10 };
  expect(() => list({ ...twice, 'question.by': ['channel'] })).toThrow(/channelPaIdLeadsCount/);
});
