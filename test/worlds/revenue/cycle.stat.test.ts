import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/core/numeric/normal.ts';
import { logNormalFrom } from '../../../src/random/distributions.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { ORIGIN } from '../../../src/worlds/revenue/contract/labels.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { contrast, mean, play, readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/** Days from opening to decision of all deals of some runs, and whether each was booked. */
function daysOf(set: Readonly<Record<string, unknown>>) {
  const scenario = parseRevenueScenario(textOf('slow-deals.yaml'), { readBase, set });
  const { world, pay } = scenario.arms[0];
  const company = compileCompany(world, pay, undefined);
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  const days: { readonly due: number; readonly isWon: boolean }[] = [];
  const decided = new Map<number, boolean>();
  alone.runners[0].state.watch = {
    dealWon: (deal) => void decided.set(deal, true),
    dealLost: (deal) => void decided.set(deal, false),
  };
  for (let run = 0; run < 12; run++) {
    decided.clear();
    alone.meet(luckKey('days', run));
    alone.run(0, outcomes);
    const { rows } = alone.runners[0].state.deals;
    for (const [deal, isWon] of decided)
      if (rows.origin[deal] >= ORIGIN.qualified && rows.openedDay[deal] < 200)
        days.push({ due: rows.dueDay[deal] - rows.openedDay[deal], isWon });
  }
  return days;
}
const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test('a log-normal has the quantiles of times from contact to sale of an online marketplace', () => {
  const [median, logSd] = [9, 1.69];
  const days = [0.05, 0.25, 0.5, 0.75, 0.9].map((p) =>
    logNormalFrom(normalQuantile(p), Math.log(median), logSd),
  );
  // 1, 3, 9, 28 and 79 working days in whole days.
  expect(days.map((x) => Math.max(1, Math.round(x)))).toEqual([1, 3, 9, 28, 78]);
});

describe('time to a decision', () => {
  test('every deal takes as long by default', () => {
    const days = daysOf({});
    expect(days.length).toBeGreaterThan(500);
    for (const { due } of days) expect(due).toBe(15);
  });

  test('times have the mean and the spread stated, whole days, won and lost alike', () => {
    const days = daysOf({ 'sales.cycleCv': 0.8 });
    const due = days.map((deal) => deal.due);
    const sd = Math.sqrt(average(due.map((x) => (x - average(due)) ** 2)));
    expect(Math.abs(average(due) / 15 - 1)).toBeLessThan(0.05);
    expect(Math.abs(sd / average(due) - 0.8)).toBeLessThan(0.08);
    for (const x of due) expect(Number.isInteger(x)).toBe(true);
    const [won, lost] = [true, false].map((is) =>
      average(days.flatMap((d) => (d.isWon === is ? [d.due] : []))),
    );
    expect(Math.abs(won / lost - 1)).toBeLessThan(0.1);
  });

  test('lost deals take the multiple stated, and stalled ones that again', () => {
    const of = (set: Readonly<Record<string, unknown>>, is: boolean) =>
      daysOf(set).flatMap((d) => (d.isWon === is ? [d.due] : []));
    const longer = { 'sales.lostCycleTimes': 2 };
    // Skill, training and collateral of the decision day may differ from those of the first day for a few.
    expect(Math.abs(average(of(longer, true)) - 15)).toBeLessThan(0.5);
    expect(Math.abs(average(of(longer, false)) - 30)).toBeLessThan(0.5);
    const stalled = of({ 'sales.stalledShare': 0.3, 'sales.stalledTimes': 3 }, false);
    const share = stalled.filter((x) => x > 30).length / stalled.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.06);
  });

  test.runIf(isThorough)(
    'uneven times leave revenue as it is; lost and stalled deals fill the pipeline, and luck averages 0',
    async () => {
      const bundle = await play('slow-deals', sized(40, 400));
      for (const arm of ['uneven', 'lost-take-longer', 'some-stall']) {
        const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
        expect(Math.abs(meanDifference)).toBeLessThan(
          4 * se + 0.01 * mean(bundle, 'all-alike', 'revenueUsd'),
        );
        const luck = bundle.arms.find(({ name }) => name === arm)!.outcomes.dealLuckUsd;
        expect(Math.abs(luck.mean)).toBeLessThan(4 * luck.se);
      }
      const open = (arm: string) => mean(bundle, arm, 'openDealsCount');
      expect(open('lost-take-longer')).toBeGreaterThan(1.3 * open('uneven'));
      expect(open('some-stall')).toBeGreaterThan(2 * open('all-alike'));
      // What open deals are worth does not rise with those that are already lost.
      const worth = (arm: string) => mean(bundle, arm, 'pipelineLeftUsd');
      expect(Math.abs(worth('some-stall') / worth('uneven') - 1)).toBeLessThan(0.15);
    },
    60_000,
  );
});
