import type { PersonPlan, Plan } from '../../../model/plan.ts';
import { limitedCurve } from '../../../plans/curveParts.ts';
import { payoutAt } from '../../../plans/payoutCurve.ts';
import { openAccount, settle } from '../../../plans/settlement.ts';
import { headcount, quotaOf } from '../compile/headcount.ts';
import { compileMetric } from '../compile/metrics.ts';
import { compilePay, payOfPerson } from '../compile/pay.ts';
import { roleOf } from '../compile/roles.ts';
import type { RevenueWorld } from '../contract/world.ts';
import type { Payee } from './payee.ts';

/** Shares of every target and quota for which the cost of a plan is shown. */
const SHARES = [0.8, 1, 1.2] as const;
const MONTHS_PER_YEAR = 12;

/** Variable pay of a year in which every target and quota is attained to the same share, in dollars. */
export interface CostAtGoal {
  readonly share: number;
  readonly usdPerYear: number;
}

/**
 * What a plan costs at 80, 100 and 120% of goal: every period at the same attainment of its target or quota,
 * gates met, multipliers at 1. If less is better, 120% is a level of 80% of target. A draw and a guarantee
 * count as far as they add to a year; piece rates have no goal and are left out.
 *
 * @example costAtGoal({ pay, mind: 'seller', quotaUsdPerMonth: 20_000 })[1].usdPerYear
 */
export function costAtGoal({ pay, mind, quotaUsdPerMonth, people }: Payee): CostAtGoal[] {
  const { cells, pooled } = compilePay(ofWholeCompany(pay), mind, quotaUsdPerMonth, people);
  return SHARES.map((share) => {
    const account = openAccount();
    let usdPerYear = 0;
    for (let month = 0; month < MONTHS_PER_YEAR; month++) {
      let [bonusUsd, commissionUsd, commissionPeriods] = [0, 0, 0];
      for (const component of [...cells, ...pooled]) {
        const { months, followsQuota, metric, terms, goal: target } = component;
        if ((month + 1) % months !== 0) continue;
        if (!followsQuota && target === undefined) continue;
        const { lowerIsBetter } = compileMetric(metric);
        const whole = followsQuota ? quotaUsdPerMonth * months : target!;
        const level = (lowerIsBetter ? 2 - share : share) * whole;
        // Against the year, the target of an amount is that of the year, and a year is paid once.
        const ofYear = terms?.isAgainstYear === true && !followsQuota;
        if (ofYear && month + 1 < MONTHS_PER_YEAR) continue;
        const periods = ofYear ? MONTHS_PER_YEAR / months : 1;
        const usd = Math.max(0, periods * payoutAt(limitedCurve(component), level / periods));
        // A matrix counts as if its other metric were at its best.
        if (followsQuota) {
          commissionUsd += usd;
          commissionPeriods = 1;
        } else bonusUsd += usd;
      }
      const day = { month, months: 1, monthInJob: Infinity, bonusUsd, commissionUsd, commissionPeriods };
      usdPerYear += settle(pay, day, account).dueUsd;
    }
    return { share, usdPerYear: usdPerYear - account.drawBalanceUsd };
  });
}

/** Pay on parts of a company costs as much as on the whole, if both are at goal. */
function ofWholeCompany(pay: PersonPlan): PersonPlan {
  return { ...pay, components: pay.components?.map(({ of: _, ...component }) => component) };
}

/**
 * Cost of a whole plan in a year, salaries included, with everybody in the chair and at the same attainment:
 * the sum of {@link costAtGoal} over all people.
 *
 * @example planCostAtGoal(arm.world, arm.pay)[1].usdPerYear
 */
export function planCostAtGoal(world: RevenueWorld, plan: Plan): CostAtGoal[] {
  const each = world.people.map((person) => {
    const { mind } = roleOf(person);
    const people = headcount(world, person);
    const pay = payOfPerson(plan, person);
    const cost = costAtGoal({ pay, mind, people, quotaUsdPerMonth: quotaOf(world, mind, person) });
    return { people, baseUsdPerYear: pay.baseUsdPerYear, cost };
  });
  return SHARES.map((share, i) => ({
    share,
    usdPerYear: each.reduce(
      (sum, { people, baseUsdPerYear, cost }) => sum + people * (baseUsdPerYear + cost[i].usdPerYear),
      0,
    ),
  }));
}
