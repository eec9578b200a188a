import { PERSON, PERSON_COUNT, TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';

/** Dismisses a planner at the end of a month of play (0-based). The planner forfeits deferred pay. */
export function dismiss({ company, persons, books }: RunState, row: number, month: number): void {
  const { chairs, months, tallies, width } = persons;
  const at = row * PERSON_COUNT;
  chairs.isEmployed[row] = 0;
  chairs.leftMonth[row] = month;
  chairs.vacantUntilMonth[row] = month + 1 + company.world.marketing.vacancyMonths;
  if (chairs.incumbent[row] === 0) tallies.sum[at + PERSON.firstExitMonth] = month + 1;
  tallies.sum[at + PERSON.dismissals] += 1;
  books.tally[TALLY.replacementCost] += company.world.governance.replacementCostUsd;
  months.deferredUsd.fill(0, row * width, (row + 1) * width);
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

/** Fills vacancies: same plan, own integrity. */
export function replacePlanners({ company, persons }: RunState, month: number): void {
  const { chairs } = persons;
  for (const { row } of company.planners) {
    if (chairs.isEmployed[row] === 1 || month + 1 < chairs.vacantUntilMonth[row]) continue;
    chairs.isEmployed[row] = 1;
    chairs.incumbent[row] += 1;
    chairs.hiredMonth[row] = month + 1;
  }
}
