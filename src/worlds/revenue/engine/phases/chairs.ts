import { exp } from '../../../../core/numeric/elementary.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Planner } from '../../contract/company.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { PERSON, PERSON_COUNT, TALLY } from '../../contract/tallies.ts';
import { APPLICANTS, acceptanceChance, monthlyHazard, quitTimes } from '../../minds/participation.ts';
import { integrityDrawn } from '../../minds/planner/integrity.ts';
import { worthSeenUsd } from '../../minds/planner/plannerMind.ts';
import type { PlanInForce } from '../planInForce.ts';
import type { RunState } from '../state/state.ts';

/** Dismisses a planner at the end of a month of play (0-based). The planner forfeits deferred pay. */
export function dismiss(state: RunState, row: number, month: number): void {
  leave(state, row, month);
  state.persons.tallies.sum[row * PERSON_COUNT + PERSON.dismissals] += 1;
}

/** A planner leaves at the end of a month of play (0-based) and forfeits deferred pay. */
function leave({ company, persons, books }: RunState, row: number, month: number): void {
  const { chairs, months, tallies, width } = persons;
  chairs.isEmployed[row] = 0;
  chairs.leftMonth[row] = month;
  chairs.hasQuit[row] = 0;
  chairs.vacantUntilMonth[row] = month + 1 + company.world.marketing.vacancyMonths;
  if (chairs.incumbent[row] === 0) tallies.sum[row * PERSON_COUNT + PERSON.firstExitMonth] = month + 1;
  books.tally[TALLY.replacementCost] += company.world.governance.replacementCostUsd;
  months.deferredUsd.fill(0, row * width, (row + 1) * width);
}

/**
 * Planners quit at the end of a month of play (0-based).
 *
 * Formula: chance = 1 - exp(-hazard), hazard = {@link monthlyHazard} times {@link quitTimes}. Somebody who
 * still learns what a plan will pay them for goes by what they believe.
 */
export function quit(state: RunState, month: number, plan: Pick<PlanInForce, 'offers' | 'planners'>): void {
  const { company, market, persons } = state;
  const { turnoverSharePerYear, quitElasticity } = company.world.marketing;
  if (turnoverSharePerYear === 0 || month === company.world.horizonMonths - 1) return;
  const calm = monthlyHazard(turnoverSharePerYear);
  const { chairs, tallies } = persons;
  for (const { row, values } of company.planners) {
    if (chairs.isEmployed[row] === 0) continue;
    const seenUsd = worthSeenUsd(plan.planners[row]);
    const times = plan.offers[row].timesMarket(chairs.integrityUsd[row], seenUsd);
    const chance = 1 - exp(-calm * quitTimes(quitElasticity, times));
    if (uniform(market.luck, month, PURPOSE.marketerLeaves | values.place) >= chance) continue;
    if (chairs.incumbent[row] === 0) tallies.sum[row * PERSON_COUNT + PERSON.firstQuit] = 1;
    tallies.sum[row * PERSON_COUNT + PERSON.quits] += 1;
    leave(state, row, month);
    chairs.hasQuit[row] = 1;
  }
}

/** Dismisses heads of department at the end of the month before their scheduled replacement. */
export function dismissOnSchedule(state: RunState, month: number): void {
  const { company, persons } = state;
  const { replacementMonth } = company.world.governance;
  const isTime = month + 2 === replacementMonth && month + 1 < company.world.horizonMonths;
  if (!isTime) return;
  for (const { row, role } of company.planners)
    if (role.isHead && persons.chairs.isEmployed[row] === 1) dismiss(state, row, month);
}

/** Fills vacancies with the first applicant who accepts: same plan, own integrity. */
export function replacePlanners(state: RunState, month: number, plan: Pick<PlanInForce, 'offers'>): void {
  const { company, persons } = state;
  const { chairs } = persons;
  for (const planner of company.planners) {
    const { row } = planner;
    if (chairs.isEmployed[row] === 1 || month + 1 < chairs.vacantUntilMonth[row]) continue;
    const applicant = firstToAccept(state, planner, month, plan);
    if (applicant < 0) continue;
    chairs.isEmployed[row] = 1;
    chairs.incumbent[row] += 1;
    chairs.applicant[row] = applicant;
    chairs.hiredMonth[row] = month + 1;
  }
}

/**
 * Number of the first of a month's applicants who accepts: that of the draws of integrity and acceptance.
 * It is 0 where turnover is off, so that there is no selection, and -1 if all decline. Applicants know
 * their own integrity.
 */
function firstToAccept(
  { company, market }: RunState,
  planner: Planner,
  month: number,
  plan: Pick<PlanInForce, 'offers'>,
): number {
  const { turnoverSharePerYear, recruitElasticity } = company.world.marketing;
  if (turnoverSharePerYear === 0) return 0;
  for (let n = 1; n <= APPLICANTS; n++) {
    const applicant = (month + 1) * APPLICANTS + n;
    const times = plan.offers[planner.row].timesMarket(integrityDrawn(market.luck, planner, 0, applicant));
    const chance = acceptanceChance(recruitElasticity, times);
    if (uniform(market.luck, applicant, PURPOSE.marketerAccepts | planner.values.place) < chance)
      return applicant;
  }
  return -1;
}
