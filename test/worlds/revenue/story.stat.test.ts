import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { CATHERINE, difference, gamingCost, mean, runCatherine } from '../../support/catherine.ts';
import { threads } from '../../support/shared.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/*
 * The Catherine story, its counterfactual and its conditions: runs of each arm on one seed. Standard errors
 * of the means are below 0.01 for shares and below $25,000 for revenue, so that every band is many standard
 * errors away from the value without the mechanism.
 */
describe('the Catherine story, with one integrity for all and audits in one of a hundred months', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await runCatherine(
      [
        'fluff',
        'fluff-honest',
        'traffic-only-honest',
        'revenue-tied',
        'revenue-tied-accelerated',
        'salary-only',
      ],
      { 'people.director.integrityUsd': 40, 'governance.auditRatePerMonth': 0.01 },
      sized(55, 300),
    );
  }, 120_000);

  test('under fluff the director chooses to buy visits and to relabel leads', () => {
    expect(mean(bundle, 'fluff', 'hollowVisitsShare')).toBeGreaterThan(0.2);
    expect(mean(bundle, 'fluff', 'hollowSqlsShare')).toBeGreaterThanOrEqual(0.35);
    expect(mean(bundle, 'fluff', 'hollowSqlsShare')).toBeLessThanOrEqual(0.6);
  });

  test('under fluff the director collects the whole bonus in at least 85% of months', () => {
    expect(mean(bundle, 'fluff', 'wholeBonusMonthsShare')).toBeGreaterThanOrEqual(0.85);
  });

  test('under fluff, 35 to 60% of selling time is wasted, quota is missed in at least 60% of months, and the annual goal in at least 85% of runs', () => {
    expect(mean(bundle, 'fluff', 'sellingTimeWastedShare')).toBeGreaterThanOrEqual(0.35);
    expect(mean(bundle, 'fluff', 'sellingTimeWastedShare')).toBeLessThanOrEqual(0.6);
    expect(mean(bundle, 'fluff', 'teamMonthsMissedShare')).toBeGreaterThanOrEqual(0.6);
    expect(mean(bundle, 'fluff', 'annualGoalReachedShare')).toBeLessThanOrEqual(0.15);
  });

  test('an honest director reports exactly the truth, and revenue is significantly higher', () => {
    for (const id of ['hollowVisitsShare', 'hollowLeadsShare', 'hollowSqlsShare', 'hollowPipelineShare']) {
      expect(mean(bundle, 'fluff-honest', id)).toBe(0);
    }
    expect(mean(bundle, 'fluff-honest', 'sellingTimeWastedShare')).toBeLessThanOrEqual(0.25);
    expect(mean(bundle, 'fluff-honest', 'teamMonthsMissedShare')).toBeLessThanOrEqual(0.5);
    expect(mean(bundle, 'fluff-honest', 'annualGoalReachedShare')).toBeGreaterThanOrEqual(0.6);
    expect(difference(bundle, 'fluff-honest', 'revenueUsd').ci95Simultaneous[0]).toBeGreaterThan(0);
    expect(difference(bundle, 'fluff-honest', 'sellingTimeWastedShare').ci95Simultaneous[1]).toBeLessThan(0);
  });

  test('revenue-tied pay is hardly gamed and brings more revenue', () => {
    expect(mean(bundle, 'revenue-tied', 'hollowSqlsShare')).toBeLessThan(0.05);
    expect(difference(bundle, 'revenue-tied', 'revenueUsd').ci95Simultaneous[0]).toBeGreaterThan(0);
  });

  test('revenue-tied pay on a steep curve is gamed, by captured attribution', () => {
    const arm = bundle.arms.find((candidate) => candidate.name === 'revenue-tied-accelerated');
    expect(mean(bundle, 'revenue-tied-accelerated', 'hollowPipelineShare')).toBeGreaterThan(0.01);
    expect(mean(bundle, 'revenue-tied', 'hollowPipelineShare')).toBeLessThan(0.005);
    expect(arm?.incentives?.[0].uses.map((use) => use.tactic)).toContain('captured-attribution');
  });

  test('pay on traffic alone shifts hours to it: visits rise by about half, leads fall by about 30%', () => {
    const visits =
      mean(bundle, 'traffic-only-honest', 'trueVisitsCount') / mean(bundle, 'salary-only', 'trueVisitsCount');
    const leads =
      mean(bundle, 'traffic-only-honest', 'trueLeadsCount') / mean(bundle, 'salary-only', 'trueLeadsCount');
    expect(visits).toBeGreaterThan(1.4);
    expect(visits).toBeLessThan(1.6);
    expect(leads).toBeGreaterThan(0.62);
    expect(leads).toBeLessThan(0.78);
  });
});

describe.runIf(isThorough)('conditions of the story', () => {
  let asIs: number;
  beforeAll(async () => {
    asIs = gamingCost(
      await runCatherine(['fluff'], { 'people.director.integrityUsd': 40 }, sized(75, 500)),
      'fluff',
    ).meanDifference;
  }, 60_000);

  test('with twice the selling time at least half of the revenue gap closes', async () => {
    const ample = await runCatherine(
      ['fluff'],
      { 'people.director.integrityUsd': 40, 'sales.sellingHoursPerDay': 9.4 },
      sized(75, 500),
    );
    expect(gamingCost(ample, 'fluff').ci95[1]).toBeLessThan(0.5 * asIs);
  });

  test('with true readiness visible to reps the revenue gap is reversed', async () => {
    const seen = await runCatherine(['fluff'], {
      'people.director.integrityUsd': 40,
      'governance.leadVisibility': 'readiness',
    });
    expect(gamingCost(seen, 'fluff').ci95[1]).toBeLessThan(0);
  });

  test('with beliefs from conversion rates at least 30% of SQLs are hollow even under revenue-tied pay', async () => {
    const naive = await runCatherine(['fluff', 'revenue-tied'], { 'people.director.beliefs': 'naive' }, 50);
    expect(mean(naive, 'revenue-tied', 'hollowSqlsShare')).toBeGreaterThan(0.3);
  });

  test.runIf(isThorough)(
    'the gamer’s survival curve falls over 60 months, an honest director’s does not',
    async () => {
      const scenario = parseRevenueScenario(CATHERINE, { set: { 'question.horizonMonths': 60 } });
      const long = await compare(scenario, {
        arms: ['fluff', 'fluff-honest'],
        replicates: sized(32, 100),
        executor: threads,
      });
      const last = (arm: string) =>
        long.arms.find((candidate) => candidate.name === arm)!.tenure.survivalShare[59];
      expect(last('fluff')).toBeLessThan(0.95);
      expect(last('fluff')).toBeGreaterThan(0.3);
      expect(last('fluff-honest')).toBe(1);
      expect(long.arms[0].tenure.survivalShare.every((share, m, all) => m === 0 || share <= all[m - 1])).toBe(
        true,
      );
    },
    120_000,
  );
});

describe('comparative statics over a log-normal population', () => {
  const population = { 'people.director.integrityUsd': { lognormal: { median: 100, sigma: 1 } } };

  test.runIf(isThorough)(
    'a higher audit rate reduces gaming that can be sanctioned',
    async () => {
      const set = { ...population, 'governance.stage': 'structured' };
      const at = async (rate: number) =>
        runCatherine(['fluff'], { ...set, 'governance.auditRatePerMonth': rate }, sized(32, 100));
      const [none, some, many] = [await at(0), await at(0.03), await at(0.15)];
      expect(mean(some, 'fluff', 'hollowVisitsShare')).toBeLessThan(
        mean(none, 'fluff', 'hollowVisitsShare') - 0.02,
      );
      expect(mean(many, 'fluff', 'hollowVisitsShare')).toBeLessThan(0.02);
      expect(mean(many, 'fluff', 'hollowSqlsShare')).toBeLessThan(0.02);
    },
    120_000,
  );

  test.runIf(isThorough)(
    'higher integrity reduces gaming',
    async () => {
      const at = async (median: number) =>
        runCatherine(
          ['fluff'],
          { 'people.director.integrityUsd': { lognormal: { median, sigma: 1 } } },
          sized(32, 100),
        );
      const [low, middle, high] = [await at(50), await at(500), await at(5000)].map((bundle) =>
        mean(bundle, 'fluff', 'hollowSqlsShare'),
      );
      expect(middle).toBeLessThan(low - 0.05);
      expect(high).toBeLessThan(0.05);
    },
    120_000,
  );

  test.runIf(isThorough)(
    'a higher price reduces bought visits, but not relabelling',
    async () => {
      const cheap = await runCatherine(['fluff'], population, sized(32, 100));
      const dear = await runCatherine(
        ['fluff'],
        { ...population, 'tactics.bot-visits.priceUsdPerThousand': 2000 },
        sized(32, 100),
      );
      expect(mean(cheap, 'fluff', 'hollowVisitsShare')).toBeGreaterThan(0.1);
      expect(mean(dear, 'fluff', 'hollowVisitsShare')).toBeLessThan(0.01);
      expect(
        Math.abs(mean(dear, 'fluff', 'hollowSqlsShare') - mean(cheap, 'fluff', 'hollowSqlsShare')),
      ).toBeLessThan(0.06);
    },
    120_000,
  );

  test.runIf(isThorough)(
    'gaming under fluff raises revenue if sellers are idle and do not prospect',
    async () => {
      const idle = await runCatherine(
        ['fluff'],
        { ...population, 'sales.reps': 10, 'sales.prospectingHours': 0 },
        sized(32, 100),
      );
      expect(gamingCost(idle, 'fluff').ci95[1]).toBeLessThan(0);
      expect(mean(idle, 'fluff', 'hollowSqlsShare')).toBeGreaterThan(0.2);
    },
    120_000,
  );
});
