import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { jointLevels } from '../minds/planner/others.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';

/** Maximum number of best-response rounds. */
const MOST_ROUNDS = 8;
/** Largest change of an intensity at which people count as settled. */
const SETTLED = 0.05;
/** From this round on, expectations are damped by half. */
const DAMPED_FROM = 2;
/** Rounds at the end over which a cycle is averaged. */
const AVERAGED = 4;

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
 * Best responses of all planners to each other: everybody answers what the others did in the round before,
 * at once, so that the order of people makes no difference. From the third round on, what people expect
 * moves half of the way. A cycle plays its average over time.
 *
 * @param beliefs their `habits`, if any, are where the search starts; else at the baseline
 */
export function bestResponses(world: RevenueWorld, pay: Plan, beliefs: Beliefs, policy: Policy = {}): Choice {
  const company = compileCompany(world, pay, beliefs, { policy });
  const choosing = company.planners.filter((planner) => isChoosing(company, planner));
  const first = answersIn(company);
  if (choosing.length < 2) return { levels: jointLevels(company, first), settles: true, rounds: 1 };
  const seen: Habits[] = [first];
  let expected = first;
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const next = answersIn(compileCompany(world, pay, { ...beliefs, habits: expected }, { policy }));
    seen.push(next);
    if (largestChange(expected, next) <= SETTLED)
      return { levels: jointLevels(company, next), habits: next, settles: true, rounds: round + 1 };
    expected = round < DAMPED_FROM ? next : meanOf([expected, next]);
  }
  const habits = meanOf(seen.slice(-AVERAGED));
  return { levels: jointLevels(company, habits), habits, settles: false, rounds: MOST_ROUNDS };
}

type Habits = Readonly<Record<string, Levels>>;

/** What each choosing planner would do, by name. */
function answersIn(company: Company): Habits {
  return Object.fromEntries(
    company.planners.flatMap((planner) => {
      if (!isChoosing(company, planner)) return [];
      const habit = new PlannerMind(company, planner).habitAt(typicalIntegrity(planner.values.integrityUsd));
      const own = company.assignments.slice(
        planner.firstAssignment,
        planner.firstAssignment + planner.assignmentCount,
      );
      const levels = own.map(({ tactic }, i) => [company.tactics[tactic].definition.id, habit[i]] as const);
      return [[planner.name, Object.fromEntries(levels)] as const];
    }),
  );
}

function largestChange(before: Habits, after: Habits): number {
  let most = 0;
  for (const [name, levels] of Object.entries(after))
    for (const [id, level] of Object.entries(levels))
      most = Math.max(most, Math.abs(level - before[name][id]));
  return most;
}

function meanOf(all: readonly Habits[]): Habits {
  return Object.fromEntries(
    Object.entries(all[0]).map(([name, levels]) => [
      name,
      Object.fromEntries(
        Object.keys(levels).map((id) => [id, all.reduce((sum, one) => sum + one[name][id], 0) / all.length]),
      ),
    ]),
  );
}
