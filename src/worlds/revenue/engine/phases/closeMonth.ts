import { COUNTER } from '../../contract/counters.ts';
import { RESPONSE } from '../../contract/lever.ts';
import type { PlanInForce } from '../planInForce.ts';
import type { RunState } from '../state/state.ts';
import { review } from './budget.ts';
import { dismissOnSchedule, quit, replacePlanners } from './chairs.ts';
import { discover } from './discovery.ts';
import { closeGoals } from './goals.ts';
import { addToAll } from './ledgers.ts';
import { noteMonth } from './noteMonth.ts';
import { moveSellers } from './salesForce.ts';
import { survey } from './surveys.ts';

/**
 * Phase 6: closes the month. Everyone is paid on the reported ledger. For planners, the excess over pay on
 * the true ledger is recorded. Then follow discovery, replacement, turnover and the budget review.
 *
 * @param month month of play, 0-based; negative in the warm-up, when nothing is paid
 */
export function closeMonth(
  state: RunState,
  month: number,
  plan: Pick<PlanInForce, 'payroll' | 'plannerPayroll' | 'timesMarket' | 'offers' | 'planners'>,
): void {
  const { payroll, plannerPayroll } = plan;
  const { company, books, marketing, customers } = state;
  const { world } = company;
  payroll.closeSellers(month);
  books.month[COUNTER.marketingSpendUsd] += marketing.all.budgetUsd;
  const speaking = customers.all.references * marketing.responses.value[RESPONSE.advocacy];
  addToAll(books.month, COUNTER.references, Math.min(customers.all.customers, speaking));
  survey(state, month);
  books.month[COUNTER.customers] = customers.all.customers;
  books.month[COUNTER.accounts] = world.market.accounts;
  if (month >= 0) {
    books.months.set(books.month, month * books.slots);
    payroll.payFloor(month);
    noteWork(state);
    closeGoals(state, month);
    plannerPayroll.pay(month);
    discover(state, month);
    dismissOnSchedule(state, month);
    quit(state, month, plan);
    plannerPayroll.payLeavers(month);
    if (company.notesMonths) noteMonth(state, month, plan);
    replacePlanners(state, month, plan);
  }
  // No hiring after the last month.
  if (month < world.horizonMonths - 1) {
    if (company.sellersMove) moveSellers(state, month, plan);
    if (month >= 0) review(state, month, plan);
  }
  openBooks(state);
}

/** Closes a stretch of the days after the last month, whose counts belong to no month and are kept apart. */
export function closeTail({ company, books }: RunState): void {
  const at = company.world.horizonMonths * books.slots;
  for (let i = 0; i < books.slots; i++) books.months[at + i] += books.month[i];
  books.month.fill(0);
}

/** Accumulates levels of work, which no counter shows. */
function noteWork({ marketing }: RunState): void {
  const { level, levelSum } = marketing.assignments;
  for (let a = 0; a < level.length; a++) levelSum[a] += level[a];
}

/** Opens the books of a new month. */
function openBooks({ company, books, marketing, leads, floor, market, day }: RunState): void {
  books.month.fill(0);
  if (company.sellers.length > 1) floor.groups.reset();
  if (company.callers.length > 1) floor.callers.reset();
  marketing.assignments.units.fill(0);
  marketing.all.claimFrom = marketing.all.claimTo;
  leads.lists.relabelHead.fill(-1);
  leads.filedTo = market.dayStart[day + 1];
}
