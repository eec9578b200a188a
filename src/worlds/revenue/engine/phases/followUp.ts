import { uniform } from '../../../../random/luck.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { LEAD, ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME, TALLY } from '../../contract/tallies.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';
import { plainWinShareOfLead, soonWon } from './chances.ts';
import { countMeetingOpportunity } from './insideSales.ts';
import { listForClaims, openFromLead } from './opening.ts';
import { learn } from './trust.ts';

/**
 * Lead follow-up of one seller: the most trusted class first, and within it as `leadOrder` says. A lead is
 * called if it is worth at least as much per hour as prospecting. Some others are called as a trial or under
 * a follow-up promise. A started follow-up is finished: hours beyond today's are owed tomorrow.
 *
 * @returns the hours left
 */
export function followUp(
  state: RunState,
  seat: number,
  day: number,
  hoursToday: number,
  sales: Sales,
): number {
  const { company, market, leads, floor } = state;
  const numbers = company.world.sales;
  const { classes } = company;
  const { status, next, isReady } = leads.rows;
  const { piled, debt, wastedDebt } = floor.seats;
  const { belief } = floor.trust;
  const { head } = floor.piles;
  const prospects = numbers.prospectingHours > 0;
  const leadPerOwn = prospects && state.inPlay ? sales.groups[company.groupOfSeat[seat]].leadPerOwn : 1;
  const ownHours = floor.seats.ownHours[seat];
  const own = seat * classes;
  const team = company.seats * classes;
  let hours = hoursToday;
  for (;;) {
    let seen = -1;
    let trust = -1;
    for (let left = piled[seat]; left !== 0; left &= left - 1) {
      const c = 31 - Math.clz32(left & -left);
      const believed = belief[own + c] + belief[team + c];
      if (believed > trust) {
        trust = believed;
        seen = c;
      }
    }
    if (seen < 0) return hours;
    const lead = head[own + seen];
    const below = next[lead];
    head[own + seen] = below;
    if (below < 0) piled[seat] &= ~(1 << seen);
    if (status[lead] !== LEAD.waiting) continue;
    const age = day - market.dayOf(lead);
    if (age > numbers.dropAfterDays) continue;
    const fresh = company.freshness[age];
    if (prospects) {
      const chance =
        (trust * numbers.readyOpportunityShare + (1 - trust) * numbers.unreadyOpportunityShare) * fresh;
      const cost =
        numbers.screeningHours + trust * numbers.readyLeadHours + (1 - trust) * numbers.unreadyLeadHours;
      if (chance * leadPerOwn * ownHours < cost) {
        // It may still be called, as a trial or under the follow-up promise.
        const called = Math.max(numbers.trialShare, company.world.governance.followUpShare);
        if (uniform(market.luck, market.entity[lead], PURPOSE.trial) >= called) {
          status[lead] = LEAD.disbelieved;
          continue;
        }
      }
    }
    const needed =
      numbers.screeningHours + (isReady[lead] === 1 ? numbers.readyLeadHours : numbers.unreadyLeadHours);
    let today = needed;
    if (needed > hours) {
      today = hours;
      debt[seat] += needed - hours;
      if (isReady[lead] === 0) wastedDebt[seat] += needed - hours;
    }
    hours -= today;
    call(state, seat, lead, age, today, sales);
    if (!(hours > 0)) return 0;
  }
}

/** Calls a lead, which takes some hours of today, and learns whether it was ready. */
function call(state: RunState, seat: number, lead: number, age: number, hours: number, sales: Sales): void {
  const { company, market, leads, books, marketing } = state;
  const { month, blame } = books;
  const numbers = company.world.sales;
  const { rows } = leads;
  const { day } = state;
  const fresh = company.freshness[age];
  const ready = rows.isReady[lead] === 1;
  const isRelabelled = rows.isRelabelled[lead] === 1;
  rows.status[lead] = LEAD.followedUp;
  state.slices?.begin();
  month[COUNTER.worked + REPORTED] += 1;
  month[COUNTER.settled + REPORTED] += 1;
  if (!isRelabelled) {
    month[COUNTER.worked + TRUE] += 1;
    month[COUNTER.settled + TRUE] += 1;
  }
  if (ready) {
    month[COUNTER.worked + SOUND] += 1;
    month[COUNTER.settled + SOUND] += 1;
  }
  const waited = day - rows.passedDay[lead];
  for (let ledger = REPORTED; ledger <= SOUND; ledger++) {
    month[COUNTER.waits + ledger] += 1;
    month[COUNTER.waitedDays + ledger] += waited;
  }
  learn(state, seat, rows.seenClass[lead], ready);
  const winShare = plainWinShareOfLead(state, lead);
  const taken = ready && entersAsOwn(state, seat, lead, fresh * winShare, sales);
  if (ready) {
    if (!taken) {
      month[COUNTER.accepted + REPORTED] += 1;
      if (state.inPlay && state.accounts.isUsed) {
        const { months, width } = state.accounts;
        months.accepted[seat * width + state.monthOfPlay] += 1;
      }
    }
    if (!isRelabelled) month[COUNTER.accepted + TRUE] += 1;
    month[COUNTER.accepted + SOUND] += 1;
    const passedAge = rows.passedDay[lead] - day + age;
    const potential = numbers.readyOpportunityShare * winShare;
    blame[BLAME.potential] += potential;
    blame[BLAME.cooled] += potential * (company.freshness[passedAge] - fresh);
  } else {
    month[COUNTER.hoursWasted] += hours;
    blame[BLAME.unreadyWins] += numbers.unreadyOpportunityShare * fresh * winShare;
  }
  state.slices?.endLead(lead, seat);
  state.watch.leadCalled?.(lead);
  const share = (ready ? numbers.readyOpportunityShare : numbers.unreadyOpportunityShare) * fresh;
  const converts = market.conversionDraw[lead] < share;
  const luck = (+converts - share) * soonWon(state, day, winShare) * marketing.all.dealMeanUsd;
  // Inlined: passing a double to a function would allocate one for each lead called.
  if (state.inPlay) books.tally[TALLY.dealLuck] += luck * company.products.worthTimes;
  if (!converts) return;
  const deal = openFromLead(state, seat, lead, age);
  if (company.world.inside.reps > 0) countMeetingOpportunity(state, lead);
  if (taken) enterAsOwn(state, deal, isRelabelled);
  state.watch.dealOpened?.(deal);
}

/** Whether the seller enters a called, ready lead as self-sourced without being discovered. */
function entersAsOwn(state: RunState, seat: number, lead: number, winShare: number, sales: Sales): boolean {
  if (!sales.played.leadInHand || !state.inPlay) return false;
  for (const game of sales.groups[state.company.groupOfSeat[seat]].moments.leadInHand) {
    if (!game.leadInHand(sales.floor, seat, lead, winShare)) continue;
    state.books.month[COUNTER.takenLeads] += 1;
    return true;
  }
  return false;
}

/**
 * Enters a deal from marketing's leads as self-sourced, which takes it out of marketing's reported numbers.
 */
function enterAsOwn(state: RunState, deal: number, isRelabelled: boolean): void {
  const { company, deals, books } = state;
  const { month } = books;
  const value = deals.rows.valueUsd[deal];
  state.slices?.begin();
  month[COUNTER.marketingOpportunities + REPORTED] -= 1;
  month[COUNTER.marketingPipelineUsd + REPORTED] -= value;
  month[COUNTER.effectiveness + REPORTED] -= 1 / company.world.marketing.campaignStandardShare;
  // The true ledger keeps it, unless it was relabelled.
  if (!isRelabelled) {
    month[COUNTER.takenOpportunities] += 1;
    month[COUNTER.takenPipelineUsd] += value;
  }
  state.slices?.endDeal(deal);
  deals.rows.origin[deal] = isRelabelled ? ORIGIN.takenRelabelled : ORIGIN.taken;
  listForClaims(state, deal);
}
