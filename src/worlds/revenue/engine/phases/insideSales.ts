import { uniform } from '../../../../random/luck.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import type { CallerHooks } from '../../contract/game.ts';
import { LEAD } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { LeadView } from '../../contract/views.ts';
import type { RunState } from '../state/state.ts';
import { plainWinShareOfLead } from './chances.ts';
import { giveToSeller } from './handOver.ts';

/**
 * Inside sales, between marketing and the sellers: calls passed leads, newest first, within its hours, and
 * arranges meetings with those it judges ready. A started call is finished: hours beyond today's are owed
 * tomorrow.
 *
 * @param games games of inside sales, by row of the group, which may arrange further meetings
 */
export function callLeads(
  state: RunState,
  day: number,
  games: readonly (readonly CallerHooks[])[],
  view: LeadView,
): void {
  const { company, market, leads, floor } = state;
  const { inside, sales } = company.world;
  const { rows } = leads;
  let hours = inside.reps * inside.hoursPerDay - floor.all.insideDebt;
  while (hours > 0 && leads.insideHead >= 0) {
    const lead = leads.insideHead;
    leads.insideHead = rows.next[lead];
    const age = day - market.dayOf(lead);
    if (rows.status[lead] !== LEAD.waiting || age > sales.dropAfterDays) continue;
    hours -= inside.leadHours;
    const ready = rows.isReady[lead] === 1;
    const errs = uniform(market.luck, market.entity[lead], PURPOSE.insideError) < inside.errorShare;
    const seemsReady = ready !== errs;
    const caller = callerOf(state, lead);
    if (seemsReady || isArrangedAllTheSame(state, lead, games[caller], view)) {
      if (company.callers.length > 1) floor.callers.meetings[caller] += 1;
      arrangeMeeting(state, lead, seemsReady);
    } else turnDown(state, lead);
  }
  floor.all.insideDebt = hours < 0 ? -hours : 0;
}

function isArrangedAllTheSame(
  { inPlay }: RunState,
  lead: number,
  games: readonly CallerHooks[] | undefined,
  view: LeadView,
): boolean {
  if (!inPlay || games === undefined) return false;
  for (const game of games) if (game.leadJudgedUnready?.(view, lead)) return true;
  return false;
}

/** Inside-sales group that calls a lead, drawn in proportion to headcount. */
function callerOf({ company, market }: RunState, lead: number): number {
  const { callers, world } = company;
  if (callers.length < 2) return 0;
  let heads = uniform(market.luck, market.entity[lead], PURPOSE.insideCaller) * world.inside.reps;
  for (const { row, count } of callers) {
    heads -= count;
    if (heads < 0) return row;
  }
  return callers.length - 1;
}

/** Counts an opportunity that came from a meeting. */
export function countMeetingOpportunity(state: RunState, lead: number): void {
  const { company, books, floor } = state;
  books.month[COUNTER.meetingOpportunities] += 1;
  if (company.callers.length > 1) floor.callers.opportunities[callerOf(state, lead)] += 1;
}

function arrangeMeeting(state: RunState, lead: number, seemsReady: boolean): void {
  const { month } = state.books;
  month[COUNTER.meetings + REPORTED] += 1;
  if (seemsReady) month[COUNTER.meetings + TRUE] += 1;
  if (state.leads.rows.isReady[lead] === 1) month[COUNTER.meetings + SOUND] += 1;
  giveToSeller(state, lead);
}

function turnDown(state: RunState, lead: number): void {
  const { company, market, leads, books } = state;
  leads.rows.status[lead] = LEAD.turnedDown;
  books.month[COUNTER.turnedDown] += 1;
  if (leads.rows.isReady[lead] === 0) return;
  const potential = company.world.sales.readyOpportunityShare * plainWinShareOfLead(state, lead);
  books.blame[BLAME.potential] += potential;
  books.blame[BLAME.notBelieved] +=
    potential * company.freshness[leads.rows.passedDay[lead] - market.dayOf(lead)];
}
