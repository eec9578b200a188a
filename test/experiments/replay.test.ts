import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { replayDeals } from '../../src/experiments/commands/dealLog.ts';
import { replay, replayTypical } from '../../src/experiments/commands/replay.ts';
import { formatUsd } from '../../src/report/format.ts';
import { renderReplayHtml } from '../../src/report/replayHtml.ts';
import { renderReplay } from '../../src/report/replayText.ts';
import { storyOf } from '../../src/report/story.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { describe as describeSample } from '../../src/statistics/describe.ts';
import { promiseWorths } from '../../src/worlds/revenue/preparation/promiseWorth.ts';
import { payOn } from '../../src/worlds/revenue/statement/payOn.ts';
import { cache } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const parse = (file: string, set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(textOf(file), { file, readBase, set });

describe('a run, month by month', () => {
  test.each<[string, string]>([
    ['catherine.yaml', 'fluff'],
    ['catherine.yaml', 'traffic-only'],
    ['catherine.yaml', 'joint'],
    ['catherine.yaml', 'accepted-leads'],
    ...(isThorough ? [['judged.yaml', 'judged'] as [string, string]] : []),
  ])('in %s payroll on the reported numbers of %s pays the bonuses of the run', (file, name) => {
    const scenario = parse(file);
    const arm = scenario.arms.find((each) => each.name === name)!;
    const { director } = arm.pay;
    const paidOn = (director.components ?? []).map(({ metric }) => metric);
    const { months, outcomes } = replay(scenario, name, 1);
    expect(months.flatMap(({ events }) => events)).toEqual([]);
    const rows = months.map(({ month, metrics }) => ({
      period: String(month),
      values: Object.fromEntries(
        paidOn.flatMap((id) => (metrics[id].reported === undefined ? [] : [[id, metrics[id].reported]])),
      ),
    }));
    const paid = payOn({ pay: director, mind: 'planner', quotaUsdPerMonth: 1 }, { kind: 'month', rows });
    paid.periods.forEach(({ components }, month) => {
      const usd = components.reduce((sum, component) => sum + component.usd, 0);
      expect(usd).toBeCloseTo(months[month].bonusUsd, 6);
    });
    expect(paid.total.paidUsd).toBeCloseTo(outcomes.directorPayUsd, 4);
  });

  test.runIf(isThorough)(
    'a replayed run has the numbers that it adds to a comparison, promises that are kept by choice included',
    async () => {
      const scenario = parse('judged.yaml', {
        'plans.judged.director.judged.keeping': { discountSharePerMonth: 0.5 },
        'plans.judged.director.judged.noiseShare': 0.6,
      });
      const { arms } = await compare(
        { ...scenario, replicates: 1 },
        { arms: ['salary', 'judged'], counterfactuals: 'none', cache },
      );
      const { outcomes } = replay(scenario, 'judged', 0);
      const compared = arms.find(({ name }) => name === 'judged')!.outcomes;
      for (const [id, { mean }] of Object.entries(compared)) expect(outcomes[id], id).toBe(mean);
      // With so much error some ratings are beyond what the company has an interest to pay.
      const { world, pay } = scenario.arms.find(({ name }) => name === 'judged')!;
      const { director } = promiseWorths(world, pay, cache.beliefsOf(world));
      const paid = (isThorough ? [0, 1, 2] : [0, 1]).flatMap((run) =>
        replay(scenario, 'judged', run).months.map(({ bonusUsd }) => bonusUsd),
      );
      expect(director).toBeLessThan(1.5 * 15_000);
      expect(Math.max(...paid)).toBeCloseTo(director, 6);
    },
  );

  test('every deal of a run is listed: those won in play are the wins and revenue of its numbers', () => {
    const scenario = parse('catherine.yaml');
    const { outcomes } = replay(scenario, 'fluff', 2);
    const deals = replayDeals(scenario, 'fluff', 2);
    const won = deals.filter(({ outcome, decidedDay = 0 }) => outcome === 'won' && decidedDay > 0);
    expect(won.length).toBe(outcomes.winsCount);
    expect(won.reduce((sum, { valueUsd }) => sum + valueUsd, 0)).toBeCloseTo(outcomes.revenueUsd, 4);
    expect(deals.filter(({ outcome }) => outcome === 'open').length).toBe(outcomes.openDealsCount);
    for (const { leadDay, openedDay, decidedDay = openedDay } of deals)
      expect(leadDay <= openedDay && openedDay <= decidedDay).toBe(true);
    expect(new Set(deals.map(({ channel }) => channel))).toEqual(new Set(['organic', 'paid', undefined]));
  });

  test.runIf(isThorough)(
    'the typical run lies nearest to the medians of its fellows, and equals the run of its number',
    () => {
      const scenario = parse('catherine.yaml', { 'question.horizonMonths': 3, 'calendar.warmUpMonths': 1 });
      const typical = replayTypical(scenario, 'fluff', 'story', 7);
      expect(typical.typicalOf).toBe(7);
      const { typicalOf: _, ...own } = typical;
      expect(own).toEqual(replay(scenario, 'fluff', typical.replicate, 'story'));
      const runs = Array.from({ length: 7 }, (_, r) => replay(scenario, 'fluff', r, 'story').outcomes);
      const ids = [
        'revenueUsd',
        'profitUsd',
        'quotaAttainmentShare',
        'sellingTimeWastedShare',
        'bonusHollowUsd',
      ];
      const distanceOf = (run: number) =>
        [...ids, 'bonusPaidUsd', 'tenureMonths'].reduce((sum, id) => {
          const { p10, p50, p90 } = describeSample(Float64Array.from(runs, (outcomes) => outcomes[id]))!;
          return p90 > p10 ? sum + ((runs[run][id] - p50) / (p90 - p10)) ** 2 : sum;
        }, 0);
      const distances = runs.map((_, run) => distanceOf(run));
      expect(distances[typical.replicate]).toBeCloseTo(Math.min(...distances), 12);
    },
  );

  test('the story tells what begins and what changes, events, and sums that are those of the months', async () => {
    const scenario = parse('tenure.yaml');
    const run = replayTypical(scenario, 'fluff-goals-count', 'story', 20);
    const story = storyOf(run);
    const said = story.map(({ when, sentences }) => `${when}: ${sentences.join(' ')}`);
    expect(said[0]).toMatch(
      /^Month 1: In months 1 to 3, \d+% of visits are bought and \d+% of leads passed to sales are there/,
    );
    for (const { month, events } of run.months)
      for (const event of events)
        expect(said.find((line) => line.startsWith(`Month ${month}: `))).toContain(event.slice(1));
    const booked = run.months.slice(0, 12).map(({ metrics }) => metrics.bookings.reported!);
    const year = formatUsd(booked.reduce((sum, usd) => sum + usd, 0));
    expect(said.find((line) => line.startsWith('Year 1'))).toContain(`${year} booked`);
    const reached = run.months.filter(({ metrics }) => metrics['quota-attainment'].reported! >= 1).length;
    expect(said.at(-1)).toContain(`reaches its quota in ${reached} of 60 months`);
    expect(renderReplay(run)).toContain('A typical run: of 20');
    const page = await renderReplayHtml({ ...run, scenario: '<script>alert(1)</script>' });
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<svg /g)!.length).toBe(2);
  });
});
