import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { UsualWork } from '../contract/company.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';

/**
 * Typical month of people of median integrity who know a plan: levels of work and amounts of gaming, and the
 * value of the bonus to them, in dollars a month. Baseline and 0 for those who have nothing to choose.
 */
export function usualWork(world: RevenueWorld, pay: Plan, beliefs: Beliefs): UsualWork {
  const people = world.people.map((person) =>
    person.beliefs === 'learning' ? { ...person, beliefs: 'total' as const } : person,
  );
  const company = compileCompany({ ...world, people }, pay, beliefs);
  const { planners, assignments, tactics } = company;
  const levels = Float64Array.from(assignments, ({ tactic }) => (tactics[tactic].productive ? 1 : 0));
  const worthUsd = new Float64Array(planners.length);
  for (const planner of planners) {
    if (!isChoosing(company, planner)) continue;
    const { integrityUsd } = planner.values;
    const ordinary = new PlannerMind(company, planner).ordinaryAt(typicalIntegrity(integrityUsd));
    levels.set(ordinary.habit, planner.firstAssignment);
    worthUsd[planner.row] = ordinary.worthUsd;
  }
  return { levels, worthUsd };
}
