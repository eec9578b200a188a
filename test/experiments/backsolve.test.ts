import { beforeAll, describe, expect, test } from 'vitest';
import { backsolve } from '../../src/experiments/commands/backsolve.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Backsolved } from '../../src/experiments/result/backsolved.ts';
import { goalInWords, renderBacksolved } from '../../src/report/backsolvedText.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from '../support/shared.ts';
import { mean, readBase, textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

/** A company to which leads come of themselves: with nobody in marketing, there is little to measure. */
const company = (set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(
    textOf('hunters.yaml').replace(
      'channels: {}',
      'channels: { web: { visitsPerMonth: 3000, leadsPerVisitShare: 0.1 } }',
    ),
    { readBase, set },
  );
const hunters = () => parseRevenueScenario(textOf('hunters.yaml'), { readBase });
const catherine = () => parseRevenueScenario(textOf('catherine.yaml'), { readBase });
const RUNS = 40;
const solve = (outcome: string, goal: number, scenario = company(), arm = 'salary') =>
  backsolve(scenario, { outcome, goal, arm, replicates: RUNS, executor: threads });

describe('a goal that more demand reaches', () => {
  let found: Backsolved;
  beforeAll(async () => {
    found = (await solve('revenueUsd', 3_100_000))!;
  });

  test('is reached on average by what is found, and by no less', async () => {
    const { needed, today } = found;
    expect(today.honestMean).toBeLessThan(3_100_000);
    expect(needed!.sellers).toBe(5);
    expect(needed!.honestMean / 3_100_000).toBeGreaterThanOrEqual(1);
    expect(needed!.honestMean / 3_100_000).toBeLessThan(1.02);
    // The company that is found, run as a scenario of its own, but for customers won at today's demand.
    const k = needed!.demandTimes;
    const { channels } = company().arms[0].world;
    const set = Object.fromEntries(
      channels.map(({ name, visitsPerMonth }) => [
        `market.channels.${name}.visitsPerMonth`,
        k * visitsPerMonth,
      ]),
    );
    const bundle = await compare(company(set), {
      arms: ['salary'],
      replicates: RUNS,
      counterfactuals: 'none',
      cache,
      executor: threads,
    });
    const near = (id: string, value: number) =>
      expect(Math.abs(mean(bundle, 'salary', id) / value - 1), id).toBeLessThan(0.003);
    near('leadsCount', 12 * needed!.asPaid.leads);
    near('revenueUsd', needed!.asPaidMean);
  });

  test('is as probable as its runs say', () => {
    const { needed, today } = found;
    expect(needed!.honestChance.share).toBeGreaterThan(0.3);
    expect(needed!.honestChance.share).toBeLessThan(0.75);
    expect(today.honestChance.share).toBeLessThan(needed!.honestChance.share);
    // What it takes line by line, with the spread of runs around it.
    const { honest, honestRange } = needed!;
    for (const line of ['leads', 'opportunities', 'pipelineUsd', 'wins', 'marginUsd'] as const) {
      expect(honestRange.low[line], line).toBeLessThan(honest[line]);
      expect(honestRange.high[line], line).toBeGreaterThan(honest[line]);
    }
    const dealUsd = honest.pipelineUsd / honest.opportunities;
    expect(Math.abs(dealUsd / company().arms[0].world.sales.dealMeanUsd - 1)).toBeLessThan(0.05);
    const text = renderBacksolved(found);
    expect(text).toMatch(/^ +pipeline +\$\d/m);
    expect(text).toMatch(/^Reaching revenue of \$3\.10M in 12 months takes 1\.\d times today’s demand\.$/m);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('where sellers are the limit, sellers are added', async () => {
  const found = (await solve('winsCount', 60, hunters()))!;
  expect(found.mostWithSellers!.mean).toBeLessThan(60);
  expect(found.needed!.sellers).toBeGreaterThan(5);
  expect(found.needed!.honestMean).toBeGreaterThanOrEqual(60);
  expect(goalInWords(found)).toMatch(
    /^With 5 sellers, .* brings more deals won than \d.* takes \d+ sellers; /,
  );
  // The least number: with one seller fewer the goal is out of reach.
  const fewer = { 'sales.reps': found.needed!.sellers - 1 };
  const short = parseRevenueScenario(textOf('hunters.yaml'), { readBase, set: fewer });
  expect((await solve('winsCount', 60, short))!.mostWithSellers!.mean).toBeLessThan(60);
});

test.runIf(isThorough)('the plan’s games are told', async () => {
  const found = (await solve('winsCount', 190, catherine(), 'fluff'))!;
  expect(found.needed!.hollowSqlsShare).toBeGreaterThan(0.05);
  expect(found.needed!.asPaidMean).toBeLessThan(found.needed!.honestMean);
  expect(renderBacksolved(found)).toContain('SQLs are hollow');
});

test('what cannot be reached is said, and what is no goal is refused', async () => {
  const found = (await solve('revenueUsd', 1e9, hunters()))!;
  expect(found.needed).toBeUndefined();
  expect(goalInWords(found)).toMatch(/No way was found to reach revenue of \$1\.00B in 12 months\.$/);
  await expect(solve('sellingTimeWastedShare', 0.1)).rejects.toThrow(/one of revenueUsd/);
  await expect(solve('revenue', 1)).rejects.toThrow(/did you mean revenueUsd/);
  await expect(solve('revenueUsd', -1)).rejects.toThrow(/a number above 0/);
  const plenty = (await solve('profitUsd', 1000, hunters()))!;
  expect(plenty.isPlenty).toBe(true);
  expect(goalInWords(plenty)).toMatch(/takes less than 0\.50 times today’s demand\.$/);
});
