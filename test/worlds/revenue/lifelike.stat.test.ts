import { expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { contractsBefore } from '../../../src/worlds/revenue/compile/contractsBefore.ts';
import { noiseForAuc, scoreAuc } from '../../../src/worlds/revenue/compile/scoreAccuracy.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { cache, threads } from '../../support/shared.ts';
import { contrast, mean, play, readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

type Overrides = Readonly<Record<string, unknown>>;
const catherine = (set: Overrides = {}) => parseRevenueScenario(textOf('catherine.yaml'), { readBase, set });
const worldOf = (set: Overrides = {}) => catherine(set).arms[0].world;
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

test('the months of play have the same leads after any warm-up', () => {
  const leadsOf = (warmUpMonths: number) => {
    const { world, pay } = catherine({ 'calendar.warmUpMonths': warmUpMonths }).arms[0];
    const company = compileCompany(world, pay, undefined);
    const market = new Market(world, company.days);
    market.fill(luckKey('play', 3));
    const { dayStart } = market;
    return Array.from({ length: 252 }, (_, day) => {
      const from = dayStart[company.warmUpDays + day];
      return [...market.thinning.slice(from, dayStart[company.warmUpDays + day + 1])];
    });
  };
  expect(leadsOf(12)).toEqual(leadsOf(3));
});

test('leads come by month as they are given', () => {
  const given = [100, 400, 250];
  const world = { ...worldOf({ 'market.dayCv': 0, 'market.monthCv': 0 }), leadsByMonth: given };
  const company = compileCompany(world, {}, undefined);
  const market = new Market(world, company.days);
  const counts = given.map(() => 0);
  const RUNS = 200;
  for (let run = 0; run < RUNS; run++) {
    market.fill(luckKey('given', run));
    for (let day = 0; day < 63; day++)
      for (
        let i = market.dayStart[company.warmUpDays + day];
        i < market.dayStart[company.warmUpDays + day + 1];
        i++
      )
        counts[Math.floor(day / 21)] += +(market.thinning[i] < 1 / world.market.responseCap) / RUNS;
  }
  // Four standard errors of a Poisson mean.
  counts.forEach((count, month) => {
    expect(Math.abs(count - given[month])).toBeLessThan(4 * Math.sqrt(given[month] / RUNS));
  });
});

test('contracts from before are those of the steady state that the warm-up does not sign itself', () => {
  const signing = { winsPerMonth: 12, usdEach: 20_000, churnShare: 0.2 };
  const steady = (warmUpMonths: number) =>
    contractsBefore(
      worldOf({ 'customers.growthBeforeSharePerYear': 0, 'calendar.warmUpMonths': warmUpMonths }),
      signing,
    ).dueInMonth;
  // 144 customers a year, of whom a fifth leaves: 720 in all, 60 due in each month.
  expect(sum(steady(0))).toBeCloseTo(720, 9);
  expect(sum(steady(6))).toBeCloseTo(720 - 6 * 12, 9);
  expect(sum(steady(12))).toBeCloseTo(720 - 144, 9);
  expect(sum(steady(24))).toBeCloseTo(720 - 144 * 1.8, 9);
  // With growth by a half a year: 12 a month, discounted by age and by churn.
  const grown = contractsBefore(
    worldOf({ 'customers.growthBeforeSharePerYear': 0.5, 'calendar.warmUpMonths': 0 }),
    signing,
  ).dueInMonth;
  let expected = 0;
  for (let ago = 1; ago < 2000; ago++)
    expected += 12 * 1.5 ** (-ago / 12) * 0.8 ** Math.floor((ago - 1) / 12);
  expect(sum(grown)).toBeCloseTo(expected, 6);
  const stated = contractsBefore(
    worldOf({ 'customers.atStart': 'stated', 'customers.countAtStart': 330 }),
    signing,
  ).dueInMonth;
  expect(sum(stated)).toBeCloseTo(330 - 6 * 12, 9);
  expect([...stated].slice(0, 6)).toEqual(Array(6).fill(27.5));
});

test.runIf(isThorough)(
  'economic profit is the same after any warm-up, and so are differences whatever customers there were',
  async () => {
    const runs = sized(40, 400);
    const at = (set: Overrides) => play('catherine', runs, set, ['fluff', 'salary-only']);
    const usual = await at({});
    const value = mean(usual, 'salary-only', 'economicProfitUsd');
    for (const months of isThorough ? [12, 24, 36] : [12]) {
      const longer = await at({ 'calendar.warmUpMonths': months });
      const gap = mean(longer, 'salary-only', 'economicProfitUsd') / value - 1;
      expect(Math.abs(gap), `${months} months`).toBeLessThan(0.01);
    }
    const more = await at({ 'customers.atStart': 'stated', 'customers.countAtStart': 700 });
    for (const id of ['profitUsd', 'economicProfitUsd', 'revenueUsd']) {
      const [one, other] = [usual, more].map((bundle) => contrast(bundle, 'salary-only', id));
      expect(Math.abs(one.meanDifference - other.meanDifference), id).toBeLessThan(2 * one.se);
    }
  },
  120_000,
);

test.runIf(isThorough)(
  'a seller from ten to twenty brings at most 0.7 of one from five to ten',
  async () => {
    const bundle = await play('another-seller', sized(30, 400), {}, ['five', 'ten', 'twenty']);
    const of = (arm: string) => mean(bundle, arm, 'economicProfitUsd');
    const share = (of('twenty') - of('ten')) / 10 / ((of('ten') - of('five')) / 5);
    expect(share).toBeLessThan(0.7);
    expect(share).toBeGreaterThan(0.1);
  },
  120_000,
);

test('the error of a score follows from the area under its curve', () => {
  const world = worldOf();
  for (const auc of [0.66, 0.75, 0.81]) expect(scoreAuc(world, noiseForAuc(world, auc))).toBeCloseTo(auc, 3);
  expect(scoreAuc(world, 0.45)).toBeCloseTo(0.8, 2);
  expect(worldOf({ 'marketing.scoreAuc': 0.66 }).marketing.scoreNoiseSd).toBeCloseTo(1.8, 1);
  expect(() => worldOf({ 'marketing.scoreAuc': 0.9 })).toThrow(/at most 0\.82/);
  expect(() => worldOf({ 'marketing.scoreAuc': 0.4 })).toThrow(/above 0\.5/);
});

test.runIf(isThorough)(
  'a rhythm of buyers is no game, and uneven demand makes quotas uncertain',
  async () => {
    const bundle = await play('uneven-demand', sized(60, 300), {}, ['usual', 'uneven', 'quarter-end']);
    for (const arm of ['usual', 'quarter-end'])
      for (const id of ['hollowSqlsShare', 'hollowVisitsShare', 'hollowPipelineShare'])
        expect(mean(bundle, arm, id), `${arm} ${id}`).toBe(0);
    const uneven = contrast(bundle, 'uneven', 'revenueUsd');
    expect(uneven.meanDifference).toBeLessThan(-4 * uneven.se);
    expect(mean(bundle, 'uneven', 'leadsDroppedShare')).toBeGreaterThan(
      3 * mean(bundle, 'usual', 'leadsDroppedShare'),
    );
  },
  120_000,
);

test.runIf(isThorough)(
  'channels differ in readiness, fit, size and speed; leads are called in the order that is stated',
  async () => {
    const sources = await play('sources', sized(25, 300));
    expect(contrast(sources, 'unready', 'sqlsCount').ci95[1]).toBeLessThan(0);
    expect(Math.abs(contrast(sources, 'unfit', 'sqlsCount').meanDifference)).toBeLessThan(1);
    expect(contrast(sources, 'unfit', 'customerLifetimeValueUsd').ci95[1]).toBeLessThan(0);
    expect(contrast(sources, 'small-and-quick', 'revenueUsd').ci95[1]).toBeLessThan(0);
    const order = await play('first-come', sized(25, 300), {}, ['newest', 'oldest']);
    expect(contrast(order, 'oldest', 'lostCooledCount').ci95[0]).toBeGreaterThan(0);
  },
  120_000,
);

test.runIf(isThorough)('a warm-up that is short for the sales cycle is said', async () => {
  const bundle = await compare(catherine({ 'sales.cycleDays': 189, 'sales.neglectDays': 400 }), {
    arms: ['fluff'],
    replicates: 2,
    counterfactuals: 'none',
    cache,
    executor: threads,
  });
  expect(bundle.warnings.join(' ')).toContain('Set calendar.warmUpMonths to 18');
});
