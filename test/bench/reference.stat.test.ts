import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { luckKey } from '../../src/random/luck.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { describe as describeSample } from '../../src/statistics/describe.ts';
import { compileCompany } from '../../src/worlds/revenue/company.ts';
import { COUNTER } from '../../src/worlds/revenue/counters.ts';
import { Neighbours } from '../../src/worlds/revenue/neighbours.ts';
import { OUTCOME, OUTCOME_COUNT } from '../../src/worlds/revenue/outcomes.ts';
import { COUNTER_COUNT, REPORTED } from '../../src/worlds/revenue/state.ts';

/**
 * Outputs of an independent program of the same company-year (test/bench/funnel2.c, which shares no code with this one) at 200,000 replicates, without and with
 * gaming: [mean, standard error], the latter to half a unit of the last digit printed. Counts are over all 250 days.
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

const REPLICATES = 20_000;

test('the engine agrees with an independent program of the reference workload within four standard errors', () => {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  const together = new Neighbours(
    scenario.arms.map((arm) => compileCompany(arm.world, arm.pay, undefined, {})),
  );
  const samples = scenario.arms.map(
    () => new Map((Object.keys(KNOWN.quiet) as Output[]).map((id) => [id, new Float64Array(REPLICATES)])),
  );
  const outcomes = new Float64Array(OUTCOME_COUNT);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    together.meet(luckKey('reference', replicate));
    for (let arm = 0; arm < scenario.arms.length; arm++) {
      together.run(arm, outcomes);
      const { months } = together.runners[arm].state;
      // All months and the ten days after them.
      const count = (counter: number) => {
        let sum = 0;
        for (let at = REPORTED + counter; at < months.length; at += 3 * COUNTER_COUNT) sum += months[at];
        return sum;
      };
      const values: Record<Output, number> = {
        revenueUsd: outcomes[OUTCOME.revenueUsd],
        attainment: outcomes[OUTCOME.quotaAttainmentShare],
        atQuota: outcomes[OUTCOME.repMonthsAtQuotaShare],
        wasted: count(COUNTER.hoursWasted) / count(COUNTER.hoursWorked),
        bonusUsd: outcomes[OUTCOME.bonusPaidUsd],
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
  // Would catch a wrong order of the day, a lost hour, a miscounted quota, a lead dropped a day early.
  expect(rows.filter(({ z }) => !(Math.abs(z) <= 4))).toEqual([]);
  expect(rows).toHaveLength(20);
}, 120_000);
