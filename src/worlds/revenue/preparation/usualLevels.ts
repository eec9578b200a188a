import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';

/**
 * What people of typical integrity who know a plan do in ordinary months under it: levels of work and amounts
 * of gaming, by assignment; the baseline for those who have nothing to choose.
 */
export function usualLevels(world: RevenueWorld, pay: Plan, beliefs: Beliefs): Float64Array {
  const people = world.people.map((person) =>
    person.beliefs === 'learning' ? { ...person, beliefs: 'total' as const } : person,
  );
  const company = compileCompany({ ...world, people }, pay, beliefs);
  const { planners, assignments, tactics } = company;
  const levels = Float64Array.from(assignments, ({ tactic }) => (tactics[tactic].productive ? 1 : 0));
  for (const planner of planners) {
    if (!isChoosing(company, planner)) continue;
    const mind = new PlannerMind(company, planner);
    levels.set(mind.habitAt(typicalIntegrity(planner.values.integrityUsd)), planner.firstAssignment);
  }
  return levels;
}
