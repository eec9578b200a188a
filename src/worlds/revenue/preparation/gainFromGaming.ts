import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { monthlyTarget } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';

/** Gain, as a share of the target bonus, that is no error of measurement. */
const CLEAR_SHARE = 0.05;

/** Whether gaming is believed to be worth clearly more than the best work without it to a typical person. */
export function gainsClearly(world: RevenueWorld, pay: Plan, beliefs: Beliefs, name: string): boolean {
  const worthUnder = (policy: Policy) => {
    const company = compileCompany(world, pay, beliefs, { policy });
    const planner = company.planners.find((each) => each.name === name)!;
    const { integrityUsd } = planner.values;
    const { worthUsd } = new PlannerMind(company, planner).ordinaryAt(typicalIntegrity(integrityUsd));
    return { worthUsd, targetUsd: monthlyTarget(planner) };
  };
  const { worthUsd, targetUsd } = worthUnder({});
  return worthUsd - worthUnder({ motive: 'honest' }).worthUsd > CLEAR_SHARE * targetUsd;
}
