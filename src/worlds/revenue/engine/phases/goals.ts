import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { dismiss } from './chairs.ts';

/** Quarter and year ends: whether the company met its goal, and whether a head of marketing is dismissed. */
export function closeGoals(state: RunState, month: number): void {
  const { company, books } = state;
  const { tally } = books;
  const goal = company.world.sales.annualGoalUsd;
  if ((month + 1) % 3 === 0) {
    tally[TALLY.quarters] += 1;
    if (books.sumMonths(month, 3, COUNTER.bookingsUsd) < goal / 4) {
      tally[TALLY.quartersMissed] += 1;
      dismissForMissedGoal(state, month);
    }
  }
  if ((month + 1) % 12 === 0) {
    tally[TALLY.years] += 1;
    tally[TALLY.yearsReached] += books.sumMonths(month, 12, COUNTER.bookingsUsd) >= goal ? 1 : 0;
  }
}

function dismissForMissedGoal(state: RunState, month: number): void {
  const { company, market, persons } = state;
  const risk = company.world.governance.missedGoalDismissalRate;
  if (!(risk > 0)) return;
  for (const { row, role, values } of company.planners) {
    if (!role.isHead || persons.chairs.isEmployed[row] === 0) continue;
    if (uniform(market.luck, month, PURPOSE.missedGoal | values.place) < risk) dismiss(state, row, month);
  }
}
