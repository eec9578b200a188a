import type { Company } from '../../contract/company.ts';
import { PERSON, PERSON_COUNT } from '../../contract/tallies.ts';
import { worthSeenUsd } from '../../minds/planner/plannerMind.ts';
import { monthlyTarget } from '../../minds/planner/plannerProblem.ts';
import type { PlanInForce } from '../planInForce.ts';
import type { RunState } from '../state/state.ts';

/** Personal costs: effort, conscience, own money and sanctions, in dollars. */
const BORNE = [PERSON.effortCost, PERSON.gamingEffort, PERSON.integrityCost, PERSON.penalty] as const;

/**
 * Records the month for the outcomes after a plan change: pay and personal costs to date, perceived and
 * actual value of the bonus in dollars a month, and the shift of hours.
 *
 * Formula: moved share = sum of h^2 (a - b) (c - b) / sum of h^2 (c - b)^2 over a person's tasks, with h
 * hours at the baseline, a the level planned, b and c usual levels under the old plan and under the new: the
 * projection of what has moved on what would move.
 */
export function noteMonth(
  { company, persons, marketing }: RunState,
  month: number,
  { planners }: Pick<PlanInForce, 'planners'>,
): void {
  const { chairs, months, tallies, width } = persons;
  for (const planner of company.planners) {
    const { row, firstAssignment, assignmentCount, pay } = planner;
    const at = row * width + month;
    const sums = row * PERSON_COUNT;
    months.paidToDateUsd[at] = tallies.sum[sums + PERSON.bonusPaid];
    for (const cost of BORNE) months.borneToDateUsd[at] += tallies.sum[sums + cost];
    if (chairs.isEmployed[row] === 0) continue;
    months.isHeld[at] = 1;
    months.salaryUsd[at] = pay.baseUsdPerMonth;
    months.targetUsd[at] = monthlyTarget(planner);
    if (company.usual === undefined) continue;
    const knownUsd = company.usual.after.worthUsd[row];
    months.seenUsd[at] = worthSeenUsd(planners[row]) ?? knownUsd;
    months.knownUsd[at] = knownUsd;
    const last = firstAssignment + assignmentCount;
    for (let a = firstAssignment; a < last; a++) {
      months.moved[at] += towards(company, company.usual, a, marketing.assignments.planned[a]);
      months.toMove[at] += towards(company, company.usual, a, company.usual.after.levels[a]);
    }
  }
}

/** Term of the projection for one task, in squared hours; 0 for gaming. */
function towards(
  { workHours }: Company,
  { before, after }: NonNullable<Company['usual']>,
  a: number,
  level: number,
): number {
  const hours = workHours[a];
  return hours > 0 ? hours * hours * (level - before.levels[a]) * (after.levels[a] - before.levels[a]) : 0;
}
