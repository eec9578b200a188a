import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { laterOf } from '../../../src/experiments/adapters/revenue/armRuns.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import type { RevenueWorld } from '../../../src/worlds/revenue/contract/world.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const TEXT = readFileSync('scenarios/learning-director.yaml', 'utf8');
const readBase = (reference: string) => ({
  text: readFileSync(`scenarios/${reference}`, 'utf8'),
  file: reference,
});

const measured = new Map<string, Beliefs>();

/** Effects in a company, measured once for all directors and plans. */
function beliefsIn(world: RevenueWorld): Beliefs {
  const key = JSON.stringify([world.governance, world.horizonMonths]);
  const known = measured.get(key) ?? measureBeliefs(world);
  measured.set(key, known);
  return known;
}

/** Mean level or units of each tactic; `of(tactic, from, to)` averages over months, counted from 1. */
function watch(
  armName: string,
  set: Readonly<Record<string, unknown>> = {},
  replicates = sized(32, 100),
  first = 0,
) {
  const scenario = parseRevenueScenario(TEXT, { readBase, set });
  const arm = scenario.arms.find(({ name }) => name === armName)!;
  const company = compileCompany(arm.world, arm.pay, beliefsIn(arm.world), laterOf(arm));
  const market = new Market(arm.world, company.days);
  const runner = new Runner(company, market);
  const ids = company.tactics.map(({ definition }) => definition.id);
  const months: number[][] = Array.from({ length: arm.world.horizonMonths }, () => ids.map(() => 0));
  runner.onMonth = (month, _, [{ level, units }]) =>
    company.tactics.forEach(({ productive, definition }, k) => {
      months[month][k] += (productive ? level : units).get(definition.id)! / replicates;
    });
  const outcomes = new Float64Array(company.outcomes.length);
  for (let replicate = first; replicate < first + replicates; replicate++) {
    market.fill(luckKey('learning', replicate));
    runner.run(outcomes);
  }
  const of = (tactic: string, from: number, to: number) =>
    months.slice(from - 1, to).reduce((sum, month) => sum + month[ids.indexOf(tactic)], 0) / (to - from + 1);
  return { of, outcomes };
}

describe('a director who learns the effects of tactics by doing', () => {
  let knows: ReturnType<typeof watch>;
  let learns: ReturnType<typeof watch>;
  beforeAll(() => {
    knows = watch('fluff');
    learns = watch('fluff-learning');
  }, 60_000);

  test('a learning director games less at first, and more with experience', () => {
    for (const tactic of ['bot-visits', 'relabel'] as const) {
      expect(learns.of(tactic, 1, 1)).toBeLessThan(0.85 * knows.of(tactic, 1, 1));
      expect(learns.of(tactic, 49, 60)).toBeGreaterThan(1.25 * learns.of(tactic, 1, 1));
    }
  });

  test('a learning director ends within 30% of an informed director', () => {
    for (const tactic of ['bot-visits', 'relabel', 'awareness'] as const)
      expect(Math.abs(learns.of(tactic, 49, 60) / knows.of(tactic, 49, 60) - 1)).toBeLessThan(0.25);
  });

  test.runIf(isThorough)(
    'a learning director with a true and certain prior acts like an informed one',
    () => {
      const certain = watch(
        'fluff-learning',
        {
          'question.horizonMonths': 6,
          'people.director.priorEffectShare': 1,
          'people.director.priorDoubtShare': 0,
          // Stretching cannot be sanctioned, so the audit and complaint rates are the true rate of discovery.
          'people.director.priorDiscoveryPerMonth': knowsRate(),
          'people.director.priorDiscoveryMonths': 1e6,
        },
        30,
      );
      const informed = watch('fluff', { 'question.horizonMonths': 6 }, 30);
      // Both searches start at different points, and the optimum is flat.
      for (const tactic of ['bot-visits', 'relabel', 'awareness', 'nurturing'] as const)
        expect(Math.abs(certain.of(tactic, 1, 6) - informed.of(tactic, 1, 6))).toBeLessThan(0.03);
    },
  );

  test.runIf(isThorough)('a director with a certain prior learns nothing', () => {
    const stubborn = watch('fluff-learning', {
      'people.director.priorDoubtShare': 0,
      'people.director.priorEffectShare': 0.3,
    });
    for (const tactic of ['bot-visits', 'relabel'] as const)
      expect(Math.abs(stubborn.of(tactic, 49, 60) - stubborn.of(tactic, 1, 12))).toBeLessThan(0.05);
    // A director who thinks that bought visits have little effect never buys any, and so never finds out.
    expect(stubborn.of('bot-visits', 49, 60)).toBe(0);
  });

  test.runIf(isThorough)('a wary director games more the longer the feared discovery does not happen', () => {
    const set = {
      'governance.penaltyUsd': 20_000,
      'governance.auditRatePerMonth': 0,
      'governance.transparencyShare': 0,
      'people.director.priorEffectShare': 1,
      'people.director.priorDoubtShare': 0.1,
      'people.director.priorDiscoveryMonths': 2,
    };
    const wary = watch('fluff-learning', { ...set, 'people.director.priorDiscoveryPerMonth': 0.06 });
    expect(wary.of('bot-visits', 1, 3)).toBeLessThan(0.7 * wary.of('bot-visits', 49, 60));
  });

  test.runIf(isThorough)('every run starts without the experience of earlier runs', () => {
    const set = { 'question.horizonMonths': 8 };
    const alone = watch('fluff-learning', set, 1, 3).outcomes;
    const after = watch('fluff-learning', set, 4, 0).outcomes;
    expect([...after]).toEqual([...alone]);
  });
});

describe('a director who has to find out what a new plan pays for', () => {
  /** Half a year under one plan, and then the bonus of the Catherine story. */
  const play = (
    before: string,
    beliefs: 'learning' | undefined,
    director: Readonly<Record<string, number>> = {},
    replicates = sized(10, 100),
  ) =>
    watch(
      'changes',
      {
        'question.horizonMonths': 15,
        'question.reference': 'changes',
        'plans.opportunities': {
          director: {
            baseUsdPerYear: 100_000,
            bonusUsdPerYear: 20_000,
            components: [
              {
                metric: 'marketing-opportunities',
                period: 'month',
                target: 40,
                weightShare: 1,
                payout: 'cliff',
              },
            ],
          },
        },
        arms: {
          changes: { plan: before, later: { fromMonth: 7, plan: 'fluff', ...(beliefs && { beliefs }) } },
        },
        ...Object.fromEntries(
          Object.entries(director).map(([key, value]) => [`people.director.${key}`, value]),
        ),
      },
      replicates,
    );

  test('nothing differs before the change, and after it a vague director games less', () => {
    const told = play('opportunities', undefined);
    const vague = play('opportunities', 'learning');
    for (const tactic of ['bot-visits', 'relabel', 'awareness', 'nurturing'] as const)
      expect(vague.of(tactic, 1, 6)).toBe(told.of(tactic, 1, 6));
    for (const tactic of ['bot-visits', 'relabel'] as const)
      expect(vague.of(tactic, 7, 9)).toBeLessThan(0.85 * told.of(tactic, 7, 9));
  });

  test.runIf(isThorough)('what both plans pay on remains known', () => {
    const told = play('fluff', undefined, {}, 30);
    const vague = play('fluff', 'learning', {}, 30);
    for (const tactic of ['bot-visits', 'relabel', 'awareness', 'nurturing'] as const)
      expect(Math.abs(vague.of(tactic, 7, 15) - told.of(tactic, 7, 15))).toBeLessThan(0.03);
  });

  test.runIf(isThorough)('who is sure of the truth acts like somebody who was told', () => {
    const told = play('opportunities', undefined, {}, 30);
    const sure = play('opportunities', 'learning', { priorEffectShare: 1, priorDoubtShare: 0 }, 30);
    for (const tactic of ['bot-visits', 'relabel', 'awareness', 'nurturing'] as const)
      expect(Math.abs(sure.of(tactic, 7, 15) - told.of(tactic, 7, 15))).toBeLessThan(0.03);
  });
});

/** Monthly probability that gaming at scale 1 is discovered in the Catherine company. */
function knowsRate(): number {
  const { governance } = parseRevenueScenario(TEXT, { readBase }).arms[0].world;
  return governance.auditRatePerMonth + governance.transparencyShare * governance.complaintRatePerMonth;
}

test.runIf(isThorough)(
  'a learner whose bonus begins under a successor learns nothing from an earlier run',
  () => {
    const scenario = parseRevenueScenario(TEXT, {
      readBase,
      set: {
        'question.horizonMonths': 18,
        'governance.replacementMonth': 4,
        'people.director.beliefs': 'learning',
        arms: { late: { plan: 'salary-only', later: { fromMonth: 10, plan: 'fluff' } } },
        'question.reference': 'late',
      },
    });
    const [arm] = scenario.arms;
    const market = () => new Market(arm.world, company.days);
    const company = compileCompany(arm.world, arm.pay, measureBeliefs(arm.world), laterOf(arm));
    const play = (replicates: readonly number[]) => {
      const own = market();
      const runner = new Runner(company, own);
      const outcomes = new Float64Array(company.outcomes.length);
      for (const replicate of replicates) {
        own.fill(luckKey('learning', replicate));
        runner.run(outcomes);
      }
      return [...outcomes];
    };
    expect(play([0, 1, 2, 3])).toEqual(play([3]));
  },
);
