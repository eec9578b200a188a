import type { LuckKey } from '../../../../random/luck.ts';
import type { Planner } from '../../contract/company.ts';
import { REPORTED } from '../../contract/counters.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { PERSON, PERSON_COUNT } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';

/** A run as one planner sees it. */
export class PlannerSeen implements PlannerView {
  readonly units: Float64Array;
  readonly level: Float64Array;
  readonly planned: Float64Array;
  readonly topUp: Float64Array;
  private readonly state: RunState;
  private readonly row: number;

  constructor(state: RunState, { row, firstAssignment, assignmentCount }: Planner) {
    const { assignments } = state.marketing;
    const own = (column: Float64Array) => column.subarray(firstAssignment, firstAssignment + assignmentCount);
    this.state = state;
    this.row = row;
    this.units = own(assignments.units);
    this.level = own(assignments.level);
    this.planned = own(assignments.planned);
    this.topUp = own(assignments.topUp);
  }

  get luck(): LuckKey {
    return this.state.market.luck;
  }

  get incumbent(): number {
    return this.state.persons.chairs.incumbent[this.row];
  }

  get applicant(): number {
    return this.state.persons.chairs.applicant[this.row];
  }

  get isEmployed(): boolean {
    return this.state.persons.chairs.isEmployed[this.row] === 1;
  }

  get hiredMonth(): number {
    return this.state.persons.chairs.hiredMonth[this.row];
  }

  get integrityUsd(): number {
    return this.state.persons.chairs.integrityUsd[this.row];
  }

  set integrityUsd(usd: number) {
    this.state.persons.chairs.integrityUsd[this.row] = usd;
  }

  get discoveries(): number {
    return this.state.persons.tallies.sum[this.row * PERSON_COUNT + PERSON.discoveries];
  }

  get commissionOfYearUsd(): number {
    const { balances } = this.state;
    return balances.columns.commissionOfYearUsd[balances.ofPlanner(this.row, REPORTED)];
  }

  get drawBalanceUsd(): number {
    const { balances } = this.state;
    return balances.columns.drawBalanceUsd[balances.ofPlanner(this.row, REPORTED)];
  }

  reportedSoFar(slot: number): number {
    return this.state.books.month[slot + REPORTED];
  }

  reportedIn(month: number, slot: number): number {
    const { books } = this.state;
    return books.months[month * books.slots + slot + REPORTED];
  }
}
