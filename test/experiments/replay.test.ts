import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { replay } from '../../src/experiments/commands/replay.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { promiseWorths } from '../../src/worlds/revenue/preparation/promiseWorth.ts';
import { payOn } from '../../src/worlds/revenue/statement/payOn.ts';
import { cache } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const parse = (file: string, set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(textOf(file), { file, readBase, set });

describe('a run, month by month', () => {
  test.each([
    ['catherine.yaml', 'fluff'],
    ['catherine.yaml', 'traffic-only'],
    ['catherine.yaml', 'joint'],
    ['catherine.yaml', 'accepted-leads'],
    ['judged.yaml', 'judged'],
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

  test('a replayed run has the numbers that it adds to a comparison, promises that are kept by choice included', async () => {
    const scenario = parse('judged.yaml', {
      'plans.judged.director.judged.keeping': { discountSharePerMonth: 0.1 },
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
  });
});
