import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/core/numeric/normal.ts';
import { responseTo } from '../../../src/people/solver/response.ts';
import { limitedCurve } from '../../../src/plans/curveParts.ts';
import { expectedPayout } from '../../../src/plans/expectedPayout.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Company } from '../../../src/worlds/revenue/contract/company.ts';
import { PERSON } from '../../../src/worlds/revenue/contract/tallies.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { effectTable, rowsOf } from '../../../src/worlds/revenue/minds/planner/effectTable.ts';
import { PlannerForecast } from '../../../src/worlds/revenue/minds/planner/forecast.ts';
import { PayAhead } from '../../../src/worlds/revenue/minds/planner/payAhead.ts';
import { PlannerMind } from '../../../src/worlds/revenue/minds/planner/planner.ts';
import { plannerProblem } from '../../../src/worlds/revenue/minds/planner/plannerProblem.ts';
import { settleBeliefs } from '../../../src/worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';
import { isThorough } from '../../support/thorough.ts';

const RUNS = 2000;
const INTEGRITY_USD = 40;
/**
 * Furthest that payroll may lie above what is expected in a month like any other. Cliffs and gates are paid
 * more often than that, since people look again every week.
 */
const ABOVE: Readonly<Record<string, number>> = {
  fluff: 0.05,
  'accepted-leads': 0.04,
  'accepted-leads-gated': 0.09,
};

/** Bonus that the director expects in a month like any other, in dollars. */
function expectedUsd(company: Company): number {
  const [director] = company.planners;
  const beliefs = company.beliefs!;
  const rows = rowsOf(director.pay);
  const table = effectTable(company, director, beliefs, rows);
  const problem = plannerProblem(company, director, rows, table.mostKnots);
  const forecast = new PlannerForecast(beliefs, table, problem, rows);
  const ahead = new PayAhead(director, problem, forecast);
  const habit = new PlannerMind(company, director).ordinaryAt(INTEGRITY_USD).habit;
  const tactics = company.assignments
    .slice(director.firstAssignment, director.firstAssignment + director.assignmentCount)
    .map(({ tactic }) => company.tactics[tactic]);
  forecast.habit.take(
    habit.map((a, k) =>
      tactics[k].productive ? responseTo(a, tactics[k].elasticity, problem.weight[k]) : a,
    ),
  );
  ahead.inOrdinaryPeriods();
  let usd = 0;
  director.pay.valued.forEach((component, j) => {
    const { mean, sd } = forecast.usual(problem.componentRow[j], component.months);
    let pay = expectedPayout(limitedCurve(component), mean, sd);
    problem.gateComponent.forEach((of, g) => {
      if (of !== j) return;
      const gate = forecast.usual(problem.gateRow[g], component.months);
      pay *= normalCdf((problem.gateSign[g] * (gate.mean - problem.gateLevel[g])) / gate.sd);
    });
    usd += pay / component.months;
  });
  return usd;
}

/** Bonus paid in a month in office of the second year, once work and trust have settled, in dollars. */
function paidUsd(company: Company): number {
  const alone = new SharedMarket([company]);
  const [runner] = alone.runners;
  const outcomes = new Float64Array(company.outcomes.length);
  let usd = 0;
  let months = 0;
  runner.onMonth = (month, { persons }) => {
    if (month === 11) usd -= persons.tallies.sum[PERSON.bonusPaid];
    if (month >= 12 && persons.chairs.isEmployed[0] === 1) months++;
  };
  for (let run = 0; run < RUNS; run++) {
    alone.meet(luckKey('payroll', run));
    alone.run(0, outcomes);
    usd += runner.state.persons.tallies.sum[PERSON.bonusPaid];
  }
  return usd / months;
}

test.runIf(isThorough)(
  'what the director expects in a month like any other is what payroll pays, within 2%',
  () => {
    const scenario = parseRevenueScenario(CATHERINE, { set: { 'question.horizonMonths': 24 } });
    let asked = 0;
    for (const { name, world, pay } of scenario.arms) {
      const company = compileCompany(world, pay, settleBeliefs(world, pay, measureBeliefs(world)).beliefs);
      if (company.planners[0].pay.valued.length === 0) continue;
      const share = expectedUsd(company) / paidUsd(company) - 1;
      expect(share, name).toBeLessThan(0.02);
      expect(share, name).toBeGreaterThan(-(ABOVE[name] ?? 0.02));
      asked++;
    }
    expect(asked).toBe(9);
  },
  1_200_000,
);
