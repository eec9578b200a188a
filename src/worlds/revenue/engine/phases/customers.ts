import { COUNTER, REPORTED, SOUND } from '../../contract/counters.ts';
import { LEAST_CHURN, LINE, ORIGIN } from '../../contract/labels.ts';
import { PART } from '../../contract/parts.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { creditedUsd, creditUnder } from './chances.ts';
import { baselineChurnOf, churnOf, satisfactionOf } from './churn.ts';
import { countMarginGap, hasLines, marginUsdOf, timesLaterOf } from './contractWorth.ts';
import { countPart } from './countParts.ts';

/**
 * Wins a deal: books it to the seller and makes the buyer a customer, who renews or churns when the contract
 * ends.
 *
 * @param weight 1, or the win chance when deals count at expected value
 */
export function win(state: RunState, deal: number, weight: number): void {
  const { deals, books, floor, customers } = state;
  const { month } = books;
  state.slices?.begin();
  const { seat, valueUsd, line, marks, origin, openedDay } = deals.rows;
  const value = valueUsd[deal] * weight;
  month[COUNTER.wins] += weight;
  if (marks[deal] !== 0) countMarks(state, deal, weight);
  if ((line[deal] & LINE.other) > 0) {
    month[COUNTER.otherLineWins] += weight;
    month[COUNTER.otherLineBookingsUsd] += value;
  }
  month[COUNTER.bookingsUsd] += value;
  if (hasLines(state.company.world)) countMarginGap(state, deal, value);
  month[COUNTER.listUsd] += value;
  const credit = weight * creditedUsd(state, deal);
  floor.seats.bookedUsd[seat[deal]] += credit;
  customers.all.won += weight;
  customers.all.customers += weight;
  if (origin[deal] >= ORIGIN.own) {
    month[COUNTER.ownWins] += weight;
    month[COUNTER.ownBookingsUsd] += value;
    floor.seats.ownBookedUsd[seat[deal]] += credit;
  }
  const marginUsd = weight * marginUsdOf(state, deal);
  month[COUNTER.marginUsd] += marginUsd;
  month[COUNTER.velocityUsd] += value / Math.max(1, state.day - openedDay[deal]);
  const satisfaction = satisfactionOf(state, deal);
  if (satisfaction >= state.company.world.customers.referenceScore) customers.all.references += weight;
  // Inlined: passing a double to a function would allocate one for each deal.
  for (let ledger = REPORTED; ledger <= SOUND; ledger++) {
    month[COUNTER.satisfactionSum + ledger] += weight * satisfaction;
    month[COUNTER.satisfactionWeight + ledger] += weight;
  }
  const churn = baselineChurnOf(state, deal);
  month[COUNTER.churnSum] += weight * churn;
  if (state.inPlay && state.accounts.isUsed) {
    const { months, width } = state.accounts;
    const at = seat[deal] * width + state.monthOfPlay;
    months.wins[at] += weight;
    if ((line[deal] & LINE.other) > 0) months.otherLineUsd[at] += value;
    months.satisfactionSum[at] += weight * satisfaction;
    months.satisfactionWeight[at] += weight;
  }
  if (state.company.partRows !== undefined) {
    countPart(state, deal, PART.wins, weight);
    countPart(state, deal, PART.bookedUsd, value);
  }
  if (state.inPlay) {
    noteInPlay(state, deal, weight, credit);
    noteFirstDeal(state, deal, weight);
    books.tally[TALLY.laterMargin] += marginUsd * timesLaterOf(state.company, churn, satisfaction);
    customers.all.lifetimeValueUsd += marginUsd / Math.max(churnOf(state, deal), LEAST_CHURN);
    if (state.company.credits.length > 0) creditTeam(state, deal, weight);
  }
  signContract(state, deal, weight);
  state.slices?.endDeal(deal);
  state.watch.dealWon?.(deal, weight);
}

/** Credits a deal to those who are paid on the team's bookings by credit terms of their own. */
function creditTeam(state: RunState, deal: number, weight: number): void {
  const { company, people, monthOfPlay: month } = state;
  const { credits, width } = people;
  if (month >= width) return;
  for (let row = 0; row < company.credits.length; row++)
    credits.creditedUsd[row * width + month] += weight * creditUnder(company.credits[row], state, deal);
}

/** Records what is tracked only for deals won in play. */
function noteInPlay(state: RunState, deal: number, weight: number, creditUsd: number): void {
  const { company, deals, floor, customers, books } = state;
  const { seat, valueUsd, backUsd, openedDay } = deals.rows;
  const value = valueUsd[deal] * weight;
  floor.seats.totalUsd[seat[deal]] += value;
  books.tally[TALLY.winWeight] += weight;
  books.tally[TALLY.winDays] += weight * (state.day - openedDay[deal]);
  const { rateShare = 0, churnClawbackShare = 0 } = company.sellers[company.groupOfSeat[seat[deal]]].terms;
  backUsd[deal] = churnClawbackShare * rateShare * creditUsd;
  customers.all.newCustomers += weight;
}

/** Counts the days that a new hire took to win a deal that no predecessor had opened. */
function noteFirstDeal(state: RunState, deal: number, weight: number): void {
  const { floor, books, day, company, deals } = state;
  const { awaitsFirst, hired } = floor.seats;
  const seat = deals.rows.seat[deal];
  const hiredDay = hired[seat] * company.world.calendar.daysPerMonth;
  if (awaitsFirst[seat] === 0 || deals.rows.openedDay[deal] < hiredDay) return;
  awaitsFirst[seat] = Math.max(0, awaitsFirst[seat] - weight);
  books.month[COUNTER.firstDeals] += weight;
  books.month[COUNTER.firstDealDays] += weight * (day - hiredDay);
}

/** Schedules a contract for renewal. */
function signContract({ company, day, deals, customers }: RunState, deal: number, weight: number): void {
  const { calendar, customers: numbers } = company.world;
  const { head } = customers.renewals;
  const dueMonth = Math.floor(day / calendar.daysPerMonth) + numbers.contractMonths;
  if (dueMonth >= head.length) return;
  deals.rows.next[deal] = head[dueMonth];
  head[dueMonth] = deal;
  deals.rows.weight[deal] = weight;
}

/** Updates the game counters marked on a won deal. */
function countMarks({ company, deals, books }: RunState, deal: number, weight: number): void {
  const marks = deals.rows.marks[deal];
  for (let n = 0; n < company.markedSlots.length; n++)
    if ((marks & (1 << n)) !== 0) books.month[company.markedSlots[n]] += weight;
}
