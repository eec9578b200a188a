import { PERSON, PERSON_COUNT, TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';

/** Dismisses a planner at the end of a month of play (0-based). The planner forfeits deferred pay. */
export function dismiss({ company, persons, books }: RunState, row: number, month: number): void {
  const { chairs, months, tallies, width } = persons;
  const at = row * PERSON_COUNT;
  chairs.isEmployed[row] = 0;
  chairs.vacantUntilMonth[row] = month + 1 + company.world.marketing.vacancyMonths;
  if (chairs.incumbent[row] === 0) tallies.sum[at + PERSON.firstExitMonth] = month + 1;
  tallies.sum[at + PERSON.dismissals] += 1;
  books.tally[TALLY.replacementCost] += company.world.governance.replacementCostUsd;
  months.deferredUsd.fill(0, row * width, (row + 1) * width);
}

/** Replaces heads of department on schedule and fills vacancies: same plan, own integrity. */
export function replacePlanners(state: RunState, month: number): void {
  const { company, persons } = state;
  const { chairs } = persons;
  const { replacementMonth } = company.world.governance;
  const isTime = month + 2 === replacementMonth && month + 1 < company.world.horizonMonths;
  for (const { row, role } of company.planners) {
    if (isTime && role.isHead && chairs.isEmployed[row] === 1) dismiss(state, row, month);
    if (chairs.isEmployed[row] === 1 || month + 1 < chairs.vacantUntilMonth[row]) continue;
    chairs.isEmployed[row] = 1;
    chairs.incumbent[row] += 1;
    chairs.hiredMonth[row] = month + 1;
  }
}
