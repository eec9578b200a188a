import type { Mind } from '../../../../people/mind.ts';
import type { Planner } from '../../contract/company.ts';
import { DAYS_PER_WEEK } from '../../contract/labels.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { PERSON, PERSON_COUNT, TALLY } from '../../contract/tallies.ts';
import { effortLossUsd } from '../../minds/seller/effort.ts';
import type { RunState } from '../state/state.ts';

/** Hours that the effort-cost parameter refers to. */
const HOURS_OF_COST = 40;

/** Planners decide, or a policy fixes their levels; returns whether a level may have changed. */
export function choosePlans(
  state: RunState,
  minds: readonly Mind<PlannerView, DecisionDay>[],
  views: readonly PlannerView[],
  day: DecisionDay,
): boolean {
  const { company } = state;
  if (company.policy.levels !== undefined) {
    fixLevels(state, day.month);
    return true;
  }
  let isChanged = false;
  for (const planner of company.planners) {
    const { row } = planner;
    if (day.dayOfMonth > 0 && !minds[row].choosing) continue;
    if (day.dayOfMonth === 0) minds[row].monthBegins(views[row], day);
    minds[row].decide(views[row], day);
    if (putIntoForce(state, planner, day.month)) isChanged = true;
  }
  return isChanged;
}

/** Applies the levels that a policy fixes in the months it covers, and the baseline otherwise. */
function fixLevels({ company, marketing }: RunState, month: number): void {
  const { policy, assignments, tactics } = company;
  const { levels = {}, fromMonth = 1, toMonth = Infinity } = policy;
  const isOn = month + 1 >= fromMonth && month + 1 <= toMonth;
  assignments.forEach(({ tactic }, a) => {
    const { definition, productive } = tactics[tactic];
    const baseline = productive ? 1 : 0;
    // A gaming tactic with several users is executed by the first.
    const isFirst = productive || assignments.findIndex((other) => other.tactic === tactic) === a;
    const level = isOn && isFirst ? (levels[definition.id] ?? baseline) : baseline;
    marketing.assignments.level[a] = level;
    marketing.assignments.planned[a] = level;
  });
}

/**
 * Applies planned levels. A newcomer's ramp scales down productive ones. In a vacancy these are at
 * `vacancyShare`, and there is no gaming. Returns whether a level changed.
 */
function putIntoForce(state: RunState, planner: Planner, month: number): boolean {
  const { company, marketing, persons } = state;
  const { row, firstAssignment, assignmentCount } = planner;
  const { chairs } = persons;
  const { level, planned, topUp } = marketing.assignments;
  const { vacancyShare, rampMonths } = company.world.marketing;
  const isEmployed = chairs.isEmployed[row] === 1;
  const since = month - chairs.hiredMonth[row];
  const ramps = isEmployed && chairs.incumbent[row] > 0 && since < rampMonths;
  const ramp = ramps ? vacancyShare + ((1 - vacancyShare) * since) / rampMonths : 1;
  let isChanged = false;
  for (let a = firstAssignment; a < firstAssignment + assignmentCount; a++) {
    const hours = company.workHours[a];
    const before = level[a];
    // Work without hours is nobody's, and no vacancy stops it.
    if (hours === 0) level[a] = 1;
    else if (isEmployed) level[a] = hours > 0 ? ramp * planned[a] : planned[a];
    else {
      level[a] = hours > 0 ? vacancyShare : 0;
      topUp[a] = 0;
    }
    if (level[a] !== before) isChanged = true;
  }
  return isChanged;
}

/**
 * Books the level of each planner's work in a month, and accumulates its effort cost: quadratic in the change
 * of hours from baseline.
 */
export function countEffort({ company, marketing, persons, books }: RunState, month: number): void {
  const { planned, level } = marketing.assignments;
  const levels = books.assignmentsAt + month * company.assignments.length;
  for (const { row, values, firstAssignment, assignmentCount } of company.planners) {
    const isEmployed = persons.chairs.isEmployed[row] === 1;
    let cost = 0;
    for (let a = firstAssignment; a < firstAssignment + assignmentCount; a++) {
      const hours = company.workHours[a];
      if (!(hours > 0)) continue;
      books.months[levels + a] = level[a];
      if (!isEmployed) continue;
      const change = planned[a] - 1;
      cost += (0.5 * values.effortCostUsdPerMonth * hours * change * change) / HOURS_OF_COST;
    }
    persons.tallies.sum[row * PERSON_COUNT + PERSON.effortCost] += cost;
  }
}

/** Accumulates the cost of sellers' effort in the week of a month that begins on a day of it. */
export function countSellersEffort({ company, floor, books }: RunState, dayOfMonth: number): void {
  const { sales, calendar } = company.world;
  const { effort, capacity } = floor.seats;
  const days = Math.min(DAYS_PER_WEEK, calendar.daysPerMonth - dayOfMonth);
  let lossUsd = 0;
  for (let seat = 0; seat < company.seats; seat++)
    if (capacity[seat] > 0) lossUsd += company.timeShares[seat] * effortLossUsd(sales, effort[seat]);
  books.tally[TALLY.sellerEffort] += (lossUsd * days) / calendar.daysPerMonth;
}
