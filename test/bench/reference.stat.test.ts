import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { luckKey } from '../../src/random/luck.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { describe as describeSample } from '../../src/statistics/describe.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import { COUNTER, REPORTED } from '../../src/worlds/revenue/contract/counters.ts';
import { outcomeValue } from '../../src/worlds/revenue/contract/outcome.ts';
import { SharedMarket } from '../../src/worlds/revenue/engine/sharedMarket.ts';
import { sized } from '../support/thorough.ts';

/**
 * Results of an independent program for the same company-year: [mean, standard error] from 200,000 replicates
 * without and with gaming. The program is test/bench/funnel2.c, which shares no code with this one. The
 * standard error includes half a unit of the last printed digit. Counts are over all 250 days.
 */
const KNOWN = {
  quiet: {
    revenueUsd: [1_032_499, 430],
    attainment: [0.1711, 0.0001],
    atQuota: [0.0291, 0.00005],
    wasted: [0.1774, 0.00005],
    bonusUsd: [0, 0],
    leads: [1440.0257, 0.0849],
    mqls: [610.0228, 0.0553],
    sqls: [348.2892, 0.0418],
    opportunities: [127.316, 0.0253],
    wins: [41.2876, 0.0144],
  },
  gaming: {
    revenueUsd: [1_298_502, 481],
    attainment: [0.2172, 0.0001],
    atQuota: [0.0437, 0.00005],
    wasted: [0.5791, 0.00005],
    bonusUsd: [31_420, 19.4],
    leads: [1440.0257, 0.0849],
    mqls: [610.0228, 0.0553],
    sqls: [1209.8017, 0.015],
    opportunities: [165.0516, 0.0281],
    wins: [51.9264, 0.016],
  },
} as const;

type Output = keyof (typeof KNOWN)['quiet'];

const REPLICATES = sized(2000, 40_000);

test('the engine agrees with an independent program of the reference workload within four standard errors', () => {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  const companies = scenario.arms.map((arm) => compileCompany(arm.world, arm.pay, undefined));
  const shared = new SharedMarket(companies);
  const samples = scenario.arms.map(
    () => new Map((Object.keys(KNOWN.quiet) as Output[]).map((id) => [id, new Float64Array(REPLICATES)])),
  );
  const outcomes = new Float64Array(companies[0].outcomes.length);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    shared.meet(luckKey('reference', replicate));
    for (let arm = 0; arm < scenario.arms.length; arm++) {
      shared.run(arm, outcomes);
      const { books } = shared.runners[arm].state;
      // All months, and the ten days after them (the tail block).
      const count = (counter: number) => {
        let sum = 0;
        for (let at = REPORTED + counter; at < books.assignmentsAt; at += books.slots)
          sum += books.months[at];
        return sum;
      };
      const outcome = (id: string) => outcomeValue(companies[arm], outcomes, id);
      const values: Record<Output, number> = {
        revenueUsd: outcome('revenueUsd'),
        attainment: outcome('quotaAttainmentShare'),
        atQuota: outcome('repMonthsAtQuotaShare'),
        wasted: count(COUNTER.hoursWasted) / count(COUNTER.hoursWorked),
        bonusUsd: outcome('bonusPaidUsd'),
        leads: count(COUNTER.leads),
        mqls: count(COUNTER.mqls),
        sqls: count(COUNTER.sqls),
        opportunities: count(COUNTER.opportunities),
        wins: count(COUNTER.wins),
      };
      for (const [id, column] of samples[arm]) column[replicate] = values[id];
    }
  }
  const rows = scenario.arms.flatMap((arm, a) =>
    [...samples[a]].map(([id, column]) => {
      const { mean, se } = describeSample(column)!;
      const [known, knownSe] = KNOWN[arm.name as 'quiet' | 'gaming'][id];
      const z = (mean - known) / Math.max(1e-12, Math.hypot(se, knownSe));
      return { arm: arm.name, id, mean, known, z };
    }),
  );
  // Would catch a wrong order within the day, a lost hour, a miscounted quota, a lead dropped a day early.
  expect(rows.filter(({ z }) => !(Math.abs(z) <= 4))).toEqual([]);
  expect(rows).toHaveLength(20);
}, 300_000);
