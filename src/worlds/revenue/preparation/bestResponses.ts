import type { Plan } from '../../../model/plan.ts';
import { settle } from '../../../people/solver/settle.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { jointLevels } from '../minds/planner/others.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';

/** At most eight rounds; settled at a change of 0.05; damped from the third on; a cycle averages four. */
const RULES = { tolerance: 0.05, mostRounds: 8, dampedFrom: 2, averaged: 4 };

/** Joint best responses in ordinary months. */
export interface Choice {
  /** Level of each tactic, everybody's hours together. */
  readonly levels: Levels;
  /** What each of several planners does, by name, in multiples of their baseline; absent for one. */
  readonly habits?: Readonly<Record<string, Levels>>;
  /** Whether nobody changes an intensity by more than 0.05; otherwise it is the average of a cycle. */
  readonly settles: boolean;
  readonly rounds: number;
}

/**
 * Best responses of all planners to each other, see {@link settle}.
 *
 * @param beliefs the search starts from their `habits`, or from the baseline if there are none
 */
export function bestResponses(world: RevenueWorld, pay: Plan, beliefs: Beliefs, policy: Policy = {}): Choice {
  const company = compileCompany(world, pay, beliefs, { policy });
  const choosing = company.planners.filter((planner) => isChoosing(company, planner));
  const first = answersIn(company);
  if (choosing.length < 2) return { levels: jointLevels(company, first), settles: true, rounds: 1 };
  const named = (amounts: Float64Array): Habits => {
    let at = 0;
    return Object.fromEntries(
      Object.entries(first).map(([name, levels]) => [
        name,
        Object.fromEntries(Object.keys(levels).map((id) => [id, amounts[at++]])),
      ]),
    );
  };
  const { choices, settles, rounds } = settle(
    listed(first),
    (expected) =>
      listed(answersIn(compileCompany(world, pay, { ...beliefs, habits: named(expected) }, { policy }))),
    RULES,
  );
  const habits = named(choices);
  return { levels: jointLevels(company, habits), habits, settles, rounds };
}

type Habits = Readonly<Record<string, Levels>>;

/** What each choosing planner would do, by name. */
function answersIn(company: Company): Habits {
  return Object.fromEntries(
    company.planners.flatMap((planner) => {
      if (!isChoosing(company, planner)) return [];
      const { integrityUsd } = planner.values;
      const { habit } = new PlannerMind(company, planner).ordinaryAt(typicalIntegrity(integrityUsd));
      const own = company.assignments.slice(
        planner.firstAssignment,
        planner.firstAssignment + planner.assignmentCount,
      );
      const levels = own.map(({ tactic }, i) => [company.tactics[tactic].definition.id, habit[i]] as const);
      return [[planner.name, Object.fromEntries(levels)] as const];
    }),
  );
}

/** All levels in one list, in the order of people and tactics. */
function listed(habits: Habits): Float64Array {
  return Float64Array.from(Object.values(habits).flatMap((levels) => Object.values(levels)));
}
