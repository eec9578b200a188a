import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';
import { plainWinShareOf } from './chances.ts';
import { close } from './closing.ts';
import { countDecided } from './countDecided.ts';
import { lose } from './coverage.ts';
import { awaitDecision } from './cycle.ts';
import { followUp } from './followUp.ts';
import { prospect, updateProspecting } from './prospecting.ts';

/** Rounding tolerance on the remaining hours of a deal. */
const NO_HOURS = 1e-9;

/**
 * Phase 3 of a day: every seller spends the day's selling hours. First come hours owed from yesterday, then
 * open deals, oldest first, then marketing's leads, then prospecting. Governance can put leads before deals.
 *
 * Conservation: hours worked + idle = hours available.
 */
export function sell(state: RunState, day: number, sales: Sales): void {
  const { company, books, floor, deals } = state;
  const { sales: numbers, governance } = company.world;
  const { hoursOfDay, debt, wastedDebt, piled, workHead, closeHead } = floor.seats;
  const { dueDay } = deals.rows;
  const leadsFirst = governance.followUpOrder === 'leads-first';
  const prospects = numbers.prospectingHours > 0;
  const hasGroups = company.sellers.length > 1;
  if (prospects) updateProspecting(state);
  let worked = 0;
  let wasted = 0;
  for (let seat = 0; seat < company.seats; seat++) {
    const budget = hoursOfDay[seat];
    const owed = debt[seat];
    const paid = owed < budget ? owed : budget;
    let hours = budget - paid;
    debt[seat] = owed - paid;
    if (wastedDebt[seat] > 0) wasted += workOffWasted(wastedDebt, seat, paid);
    if (leadsFirst && hours > 0 && piled[seat] !== 0) hours = followUp(state, seat, day, hours, sales);
    if (workHead[seat] >= 0) hours = advance(state, seat, day, hours);
    const oldest = closeHead[seat];
    if (oldest >= 0 && dueDay[oldest] <= day) close(state, seat, day, sales);
    if (!leadsFirst && hours > 0 && piled[seat] !== 0) hours = followUp(state, seat, day, hours, sales);
    if (prospects && hours > 0) {
      prospect(state, seat, day, hours);
      hours = 0;
    }
    worked += budget - hours;
    if (hasGroups) logEntries(state, seat, budget - hours);
  }
  const { month } = books;
  month[COUNTER.hoursWorked] += worked;
  month[COUNTER.hoursWasted] += wasted;
  month[COUNTER.hoursAvailable] += floor.all.hoursOfTeam;
  const entries = worked / numbers.activityHours;
  month[COUNTER.activities + REPORTED] += entries + floor.all.paddedOfTeam;
  month[COUNTER.activities + TRUE] += entries;
  month[COUNTER.activities + SOUND] += entries;
}

/**
 * Works off the part of a seller's hours owed that is for leads never ready; it comes first. Returns the
 * hours worked on it.
 */
function workOffWasted(wastedDebt: Float64Array, seat: number, paid: number): number {
  const hours = Math.min(wastedDebt[seat], paid);
  wastedDebt[seat] -= hours;
  return hours;
}

/** Adds a seller's day to the group's activity log. */
function logEntries({ company, floor }: RunState, seat: number, hours: number): void {
  const { activityHours } = company.world.sales;
  floor.groups.entries[company.groupOfSeat[seat]] += hours / activityHours + floor.seats.paddedPerDay[seat];
}

/**
 * Sets each seller's daily selling hours until the next decision: those of the effort chosen, less the hours
 * for lobbying, pipeline coverage and padded entries, times the share of a full day worked.
 */
export function planHours({ company, floor, inPlay }: RunState, sales: Sales): void {
  const { sellingHoursPerDay } = company.world.sales;
  const { hoursOfDay, paddedPerDay, effort, askedHours, capacity } = floor.seats;
  let hoursOfTeam = 0;
  let paddedOfTeam = 0;
  for (let seat = 0; seat < company.seats; seat++) {
    const { lobbyingHoursPerDay, entriesPerDay, hoursPerEntry } = sales.groups[company.groupOfSeat[seat]];
    const lobbying = inPlay ? lobbyingHoursPerDay : 0;
    const padding = inPlay ? entriesPerDay : 0;
    const usual = company.timeShares[seat] * sellingHoursPerDay;
    const hours = Math.max(0, usual * effort[seat] - lobbying - askedHours[seat]);
    // Padded entries are limited by the hours available.
    const entries = padding * hoursPerEntry > hours ? hours / hoursPerEntry : padding;
    hoursOfDay[seat] = Math.max(0, hours - entries * hoursPerEntry) * capacity[seat];
    hoursOfTeam += hoursOfDay[seat];
    paddedPerDay[seat] = entries * capacity[seat];
    paddedOfTeam += paddedPerDay[seat];
  }
  floor.all.hoursOfTeam = hoursOfTeam;
  floor.all.paddedOfTeam = paddedOfTeam;
}

/** Works on open deals, oldest first; returns the hours left. */
function advance(state: RunState, seat: number, day: number, hoursToday: number): number {
  const { floor, deals } = state;
  const { opportunityHours, opportunityHoursPerDay, neglectDays } = state.company.world.sales;
  const { hours: done, next: nextOf, openedDay } = deals.rows;
  const { workHead, workTail } = floor.seats;
  let hours = hoursToday;
  let previous = -1;
  for (let deal = workHead[seat]; deal >= 0; ) {
    const next = nextOf[deal];
    let worked = done[deal];
    if (hours > 0) {
      let today = opportunityHours - worked;
      if (today > opportunityHoursPerDay) today = opportunityHoursPerDay;
      if (today > hours) today = hours;
      worked += today;
      done[deal] = worked;
      hours -= today;
    }
    const isFinished = worked >= opportunityHours - NO_HOURS;
    if (isFinished || day - openedDay[deal] > neglectDays) {
      if (previous < 0) workHead[seat] = next;
      else nextOf[previous] = next;
      if (next < 0) workTail[seat] = previous;
      leaveWork(state, seat, deal, isFinished);
    } else previous = deal;
    deal = next;
  }
  return hours;
}

/** Takes a deal out of the work queue: it waits for its decision day, or is lost to neglect. */
function leaveWork(state: RunState, seat: number, deal: number, isFinished: boolean): void {
  const { company, deals, books } = state;
  const { origin, hours, openedDay, fit, readiness } = deals.rows;
  if (origin[deal] >= ORIGIN.own) books.month[COUNTER.ownHours] += hours[deal];
  if (isFinished) {
    awaitDecision(state, seat, deal);
    return;
  }
  countDecided(state, deal);
  lose(state, deal);
  // A deal opened before play is in no other term of the blame ledger.
  if (openedDay[deal] >= company.warmUpDays)
    books.blame[BLAME.workedBadly] += plainWinShareOf(state, fit[deal], readiness[deal]);
}
