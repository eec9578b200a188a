import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { LEAD } from '../../contract/labels.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { plainWinShareOfLead } from './chances.ts';

/**
 * Gives up leads that reach the age limit. Those passed and never called are dropped. A ready inquirer who
 * was never called is less satisfied with the company.
 */
export function expire(state: RunState, day: number): void {
  const { market, company, leads } = state;
  const born = day - Math.floor(company.world.sales.dropAfterDays) - 1;
  if (born < 0) return;
  const { status, isReady } = leads.rows;
  // Branch-free, into the list of the day's leads: no branch predictor can guess who was never called.
  const { today } = market;
  const end = market.dayStart[born + 1];
  let uncalled = 0;
  for (let lead = market.dayStart[born]; lead < end; lead++) {
    today[uncalled] = lead;
    uncalled += (isReady[lead] & +(status[lead] === LEAD.unqualified)) | +isPassed(status[lead]);
  }
  giveUp(state, uncalled, born);
}

/** Whether a lead was passed but not called: status `waiting` or `disbelieved`, 2 or 3. */
function isPassed(status: number): boolean {
  return status >> 1 === 1;
}

/** Gives up the first `count` leads of the day's list. */
function giveUp(state: RunState, count: number, born: number): void {
  const { company, market, leads, books } = state;
  const { month, blame } = books;
  const { status, isReady, isRelabelled, passedDay, seat } = leads.rows;
  const { sales, customers } = company.world;
  const unanswered = Math.max(0, customers.satisfactionScore - customers.unansweredSatisfactionLoss);
  for (let n = 0; n < count; n++) {
    const lead = market.today[n];
    const before = status[lead];
    const passed = isPassed(before);
    const ready = isReady[lead] === 1;
    if (passed) {
      if (before === LEAD.disbelieved) month[COUNTER.disbelieved] += 1;
      status[lead] = LEAD.dropped;
      const waited = state.day - passedDay[lead];
      state.slices?.begin();
      for (let ledger = REPORTED; ledger <= SOUND; ledger++) {
        month[COUNTER.waits + ledger] += 1;
        month[COUNTER.waitedDays + ledger] += waited;
      }
      state.slices?.endLead(lead, seat[lead]);
      month[COUNTER.dropped + REPORTED] += 1;
      month[COUNTER.settled + REPORTED] += 1;
      if (isRelabelled[lead] === 0) {
        month[COUNTER.dropped + TRUE] += 1;
        month[COUNTER.settled + TRUE] += 1;
      }
      if (ready) {
        month[COUNTER.dropped + SOUND] += 1;
        month[COUNTER.settled + SOUND] += 1;
      }
    }
    if (!ready) continue;
    for (let ledger = REPORTED; ledger <= SOUND; ledger++) {
      month[COUNTER.satisfactionSum + ledger] += unanswered;
      month[COUNTER.satisfactionWeight + ledger] += 1;
    }
    const potential = sales.readyOpportunityShare * plainWinShareOfLead(state, lead);
    blame[BLAME.potential] += potential;
    if (!passed) blame[BLAME.notPassed] += potential;
    else {
      const cause = before === LEAD.disbelieved ? BLAME.notBelieved : BLAME.noTime;
      blame[cause] += potential * company.freshness[passedDay[lead] - born];
    }
  }
}
