import { expect, test } from 'vitest';
import { limitedCurve } from '../../../src/plans/curveParts.ts';
import { expectedPayout } from '../../../src/plans/expectedPayout.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import type { RevenueArm } from '../../../src/scenario/scenario.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { PlannerMind } from '../../../src/worlds/revenue/minds/planner/planner.ts';
import { settleBeliefs } from '../../../src/worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const YEARS = 2;
/**
 * Arms with more work on the brand than today: people expect what comes of it in the end, and two years of
 * play do not see all of that.
 */
const SLOW = ['traffic-only', 'traffic-only-honest', 'revenue-tied-accelerated'];

/** What a director expects of each component and what is paid in the second year of their habit, by period. */
function expectedAndPaid({ world, pay }: RevenueArm, runs: number) {
  const { beliefs } = settleBeliefs(world, pay, measureBeliefs(world));
  const longer = {
    ...world,
    horizonMonths: 12 * YEARS,
    marketing: { ...world.marketing, turnoverSharePerYear: 0 },
  };
  const company = compileCompany(longer, pay, beliefs);
  const [director] = company.planners;
  const mind = new PlannerMind(company, director);
  const { habit } = mind.ordinaryAt(director.values.integrityUsd as number);
  const levels = Object.fromEntries(
    company.assignments.map(({ tactic }, k) => [company.tactics[tactic].definition.id, habit[k]]),
  );
  const held = compileCompany(longer, pay, beliefs, { policy: { levels } });
  const shared = new SharedMarket([held]);
  const { books } = shared.runners[0].state;
  const outcomes = new Float64Array(held.outcomes.length);
  const paid = director.pay.valued.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey('habit', run));
    shared.run(0, outcomes);
    director.pay.valued.forEach((component, j) => {
      const { months, numerator, denominator } = component;
      const amount = (slot: number, from: number) => {
        let sum = 0;
        for (let month = from; month < from + months; month++)
          sum += books.months[month * books.slots + slot];
        return sum;
      };
      for (let from = 12 * (YEARS - 1); from < 12 * YEARS; from += months) {
        const top = amount(numerator, from);
        const metric = denominator < 0 ? top : top / amount(denominator, from);
        paid[j].push(expectedPayout(limitedCurve(component), metric, 0));
      }
    });
  }
  return director.pay.valued.map((component, j) => {
    const { mean, sd } = mind.expectedOf(j);
    const average = paid[j].reduce((sum, usd) => sum + usd, 0) / paid[j].length;
    const expected = expectedPayout(limitedCurve(component), mean, sd);
    return { off: (expected - average) / component.targetUsd, share: average / component.targetUsd };
  });
}

test('at their habit people expect what they are paid, within 2% of the target bonus, at cliffs too', () => {
  const { arms } = parseRevenueScenario(CATHERINE);
  const asked = arms.filter(({ name }) =>
    isThorough
      ? name !== 'joint' && name !== 'salary-only' && !SLOW.includes(name)
      : name === 'accepted-leads',
  );
  let between = 0;
  for (const arm of asked)
    for (const { off, share } of expectedAndPaid(arm, sized(200, 2000))) {
      expect(Math.abs(off), arm.name).toBeLessThan(0.02);
      // A cliff that is neither reached nor missed for sure.
      if (share > 0.05 && share < 0.98) between++;
    }
  expect(between).toBeGreaterThanOrEqual(2);
}, 600_000);
