import { exponentialFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { LEAD } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { BLAME } from '../tallies.ts';
import { plainWinShareOfLead } from './chances.ts';
import { giveToSeller } from './handOver.ts';

/**
 * Inside sales between marketing and the sellers: calls the leads that were passed, newest first, as far as its hours go, and arranges a meeting with those it thinks ready.
 * A started call is finished: hours that do not fit into today are owed tomorrow.
 *
 * With somebody thought not ready a meeting is arranged where what it pays is worth more than the trouble and the conscience of it.
 */
export function callLeads(state: RunState, day: number): void {
  const { company, market, month } = state;
  const { inside, sales } = company.world;
  const { luck } = market;
  let hours = inside.reps * inside.hoursPerDay - state.insideDebt;
  const worth = company.inside.plays && state.inPlay ? company.inside.hollowWorthUsd : 0;
  while (hours > 0 && state.insideHead >= 0) {
    const i = state.insideHead;
    state.insideHead = state.leadNext[i];
    const age = day - market.dayOf(i);
    if (state.leadStatus[i] !== LEAD.waiting || age > sales.dropAfterDays) continue;
    hours -= inside.leadHours;
    const ready = state.leadIsReady[i] === 1;
    const errs = uniform(luck, market.entity[i], PURPOSE.insideError) < inside.errorShare;
    const seemsReady = ready !== errs;
    const arranged =
      seemsReady ||
      (worth > 0 &&
        worth >
          inside.hollowMeetingUsd * exponentialFrom(uniform(luck, market.entity[i], PURPOSE.hollowMeeting)));
    if (arranged) {
      month[REPORTED + COUNTER.meetings] += 1;
      if (seemsReady) month[TRUE + COUNTER.meetings] += 1;
      if (ready) month[SOUND + COUNTER.meetings] += 1;
      giveToSeller(state, i);
      continue;
    }
    state.leadStatus[i] = LEAD.turnedDown;
    month[REPORTED + COUNTER.turnedDown] += 1;
    if (!ready) continue;
    const potential = sales.readyOpportunityShare * plainWinShareOfLead(state, i);
    state.blame[BLAME.potential] += potential;
    state.blame[BLAME.notBelieved] += potential * company.freshness[state.leadPassedDay[i] - market.dayOf(i)];
  }
  state.insideDebt = hours < 0 ? -hours : 0;
}
