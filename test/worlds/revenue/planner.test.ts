import { describe, expect, test } from 'vitest';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { PlannerMind } from '../../../src/worlds/revenue/minds/planner/planner.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';

const MEDIAN_USD = 500;
const SIGMA = 0.6;
const scenario = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml' });
const { world } = scenario.arms[0];
const beliefs = measureBeliefs(world);
const plans = scenario.arms
  .filter((arm) => arm.set === undefined || Object.keys(arm.set).length === 0)
  .map((arm) => arm.plan);

describe('interpolated decisions between two members of a population', () => {
  test.each(plans)(
    'under %s an interpolated month is worth at most 0.1% of the bonus less than a thorough search finds',
    (plan) => {
      const arm = scenario.arms.find((candidate) => candidate.plan === plan)!;
      const company = compileCompany(world, arm.pay, beliefs);
      const [planner] = company.planners;
      const mind = new PlannerMind(company, planner);
      const monthlyBonusUsd = planner.pay.components.reduce(
        (sum, { targetUsd, months }) => sum + targetUsd / months,
        0,
      );
      let worst = 0;
      let missed = 0;
      for (let person = 0; person < 50; person++) {
        const deviations = (5 * (person + 0.5)) / 50 - 2.5;
        const integrityUsd = MEDIAN_USD * Math.exp(SIGMA * deviations);
        const near = mind['population'].settleMember(integrityUsd, MEDIAN_USD, SIGMA);
        const thorough = mind['settle'](integrityUsd);
        worst = Math.max(worst, thorough - near);
        missed = Math.max(missed, near - thorough);
      }
      expect(worst).toBeLessThanOrEqual(1e-3 * monthlyBonusUsd + 1e-9);
      // The thorough search in turn misses at most a hundredth of what interpolation finds.
      expect(missed).toBeLessThanOrEqual(1e-2 * monthlyBonusUsd + 1e-9);
    },
    60_000,
  );
});
