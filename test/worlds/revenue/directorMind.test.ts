import { expect, test } from 'vitest';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/company.ts';
import { DirectorMind } from '../../../src/worlds/revenue/directorMind.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';

const MEDIAN_USD = 500;
const SIGMA = 0.6;
const scenario = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml' });
const { world } = scenario.arms[0];
const beliefs = measureBeliefs(world, false);

test.each(
  scenario.arms
    .filter((arm) => arm.set === undefined || Object.keys(arm.set).length === 0)
    .map((arm) => arm.plan),
)(
  'under %s nobody between two typical people of a population does worse than by a thorough search, by more than a thousandth of the bonus',
  (plan) => {
    const arm = scenario.arms.find((candidate) => candidate.plan === plan)!;
    const company = compileCompany(world, arm.pay, beliefs);
    const mind = new DirectorMind(company);
    const monthlyBonusUsd = company.directorPay.components.reduce(
      (sum, { targetUsd, months }) => sum + targetUsd / months,
      0,
    );
    let worst = 0;
    let missed = 0;
    for (let person = 0; person < 50; person++) {
      const deviations = (5 * (person + 0.5)) / 50 - 2.5;
      const integrityUsd = MEDIAN_USD * Math.exp(SIGMA * deviations);
      const near = mind['settleMember'](integrityUsd, MEDIAN_USD, SIGMA);
      const thorough = mind['settle'](integrityUsd);
      worst = Math.max(worst, thorough - near);
      missed = Math.max(missed, near - thorough);
    }
    expect(worst).toBeLessThanOrEqual(1e-3 * monthlyBonusUsd + 1e-9);
    // Nor does a thorough search miss what neighbours hand on, by more than a hundredth.
    expect(missed).toBeLessThanOrEqual(1e-2 * monthlyBonusUsd + 1e-9);
  },
  60_000,
);
