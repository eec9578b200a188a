import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../../src/experiments/compare.ts';
import { parseScenario } from '../../src/scenario/load.ts';

/**
 * Outputs of independent programs (C, numpy, SimPy, sharing no code with this one) of the same company-year at 20,000 replicates: without and with gaming. Counts
 * are theirs over 250 days times 240 / 250, since days after the last month count for revenue only here.
 */
const KNOWN = {
  quiet: {
    revenueUsd: 1.034e6,
    quotaAttainmentShare: 0.171,
    repMonthsAtQuotaShare: 0.029,
    bonusPaidUsd: 0,
    leadsCount: 1440 * 0.96,
    mqlsCount: 610 * 0.96,
  },
  gaming: {
    revenueUsd: 1.301e6,
    quotaAttainmentShare: 0.217,
    repMonthsAtQuotaShare: 0.044,
    bonusPaidUsd: 31_400,
    leadsCount: 1440 * 0.96,
    mqlsCount: 610 * 0.96,
  },
} as const;

/** Half a unit of the last digit in which an output is known. */
const ROUNDING: Readonly<Record<string, number>> = {
  revenueUsd: 500,
  quotaAttainmentShare: 0.0005,
  repMonthsAtQuotaShare: 0.0005,
  bonusPaidUsd: 50,
  leadsCount: 0.5,
  mqlsCount: 0.5,
};

test('the engine agrees with independent programs of the reference workload within four standard errors', async () => {
  const scenario = parseScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  const bundle = await compare(scenario, { replicates: 2000 });
  for (const [arm, outputs] of Object.entries(KNOWN)) {
    const outcomes = bundle.arms.find((candidate) => candidate.name === arm)!.outcomes;
    for (const [id, known] of Object.entries(outputs)) {
      const { mean, se } = outcomes[id];
      // Would catch a wrong order of the day, a lost hour, a miscounted quota, a lead dropped a day early.
      expect(
        Math.abs(mean - known),
        `${arm} ${id}: ${mean} against ${known}, standard error ${se}`,
      ).toBeLessThanOrEqual(4 * se + ROUNDING[id]);
    }
  }
}, 120_000);
