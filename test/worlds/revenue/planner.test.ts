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
      expect(missed).toBeLessThanOrEqual(1e-2 * monthlyBonusUsd + 1e-6);
    },
    60_000,
  );
});

test('what is paid at the end of a year moves people like what is paid monthly, times the discount until then', () => {
  const motive = {
    'people.director.motive': 'honest',
    'people.director.riskAversionPerUsd': 0,
    'people.director.discountSharePerMonth': 0.05,
    'marketing.hoursPerMonth': 1000,
  };
  const own = parseRevenueScenario(CATHERINE, { set: motive }).arms[0].world;
  const rate = own.people.find(({ name }) => name === 'director')!.discountSharePerMonth;
  const habit = (period: 'month' | 'year', perUnitUsd: number) => {
    const pay = {
      director: {
        baseUsdPerYear: 100_000,
        components: [{ metric: 'leads', period, payout: { perUnitUsd } }],
      },
    };
    const company = compileCompany(own, pay, beliefs);
    return new PlannerMind(company, company.planners[0]).ordinaryAt(0).habit.slice();
  };
  const discount =
    Array.from({ length: 12 }, (_, later) => (1 - rate) ** later).reduce((a, b) => a + b, 0) / 12;
  expect(discount).toBeLessThan(0.8);
  const [monthly, yearly, undiscounted] = [habit('month', 4), habit('year', 4 / discount), habit('year', 4)];
  const moved = monthly.map((a, k) => Math.abs(a - undiscounted[k]));
  expect(Math.max(...moved)).toBeGreaterThan(0.01);
  monthly.forEach((a, k) => {
    expect(Math.abs(yearly[k] - a), `tactic ${k}`).toBeLessThanOrEqual(0.01 * a);
  });
});
