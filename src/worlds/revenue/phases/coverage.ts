import { COUNTER } from '../counters.ts';
import type { RepMind } from '../repMind.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';

/** A deal is lost: for a while its seller could say that it is alive. */
export function lose(state: RunState, rep: number, o: number): void {
  state.lostDeals[rep] += 1;
  state.lostUsd[rep] += state.oppValue[o];
}

/**
 * The end of a month in a company that asks its sellers for a full pipeline. Who has too little sits in reviews in the next month, or keeps as many lost deals in it as are missing where there are so many and that costs less: in
 * hours of selling, and in conscience.
 */
export function askForCoverage(state: RunState, minds: RepMind): void {
  const { company, month, lostDeals, lostUsd } = state;
  const { sales, governance, calendar } = company.world;
  if (governance.coverageTimes === 0) return;
  for (let rep = 0; rep < state.seats; rep++) {
    if (state.capacity[rep] === 0) continue;
    const open = openUsd(state, rep);
    const missing = governance.coverageTimes * state.repQuota[rep] - open;
    let dead = 0;
    let hours = 0;
    if (missing > 0) {
      const deals = (missing * lostDeals[rep]) / lostUsd[rep];
      if (lostUsd[rep] >= missing && deals * minds.deadDealUsd < minds.reviewUsd) {
        dead = missing;
        hours = deals * sales.deadDealHours;
      } else {
        hours = governance.coverageReviewHours;
        month[REPORTED + COUNTER.reviewed] += 1;
      }
    }
    state.askedHours[rep] = hours / calendar.daysPerMonth;
    month[REPORTED + COUNTER.openPipelineUsd] += open + dead;
    month[TRUE + COUNTER.openPipelineUsd] += open;
    month[SOUND + COUNTER.openPipelineUsd] += open;
  }
}

/** The end of every month, before play too: of the lost deals that could be called alive for `deadDealMonths` on average one in so many is given up. */
export function giveUpLost({ company, lostDeals, lostUsd, seats }: RunState): void {
  const left = Math.max(0, 1 - 1 / company.world.sales.deadDealMonths);
  for (let rep = 0; rep < seats; rep++) {
    lostDeals[rep] *= left;
    lostUsd[rep] *= left;
  }
}

/** List value of a seller's deals that are not signed yet. */
function openUsd({ workHead, closeHead, heldHead, oppNext, oppValue }: RunState, rep: number): number {
  let usd = 0;
  for (let o = workHead[rep]; o >= 0; o = oppNext[o]) usd += oppValue[o];
  for (let o = closeHead[rep]; o >= 0; o = oppNext[o]) usd += oppValue[o];
  for (let o = heldHead[rep]; o >= 0; o = oppNext[o]) usd += oppValue[o];
  return usd;
}
