import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import type { CoverageAnswer } from '../../contract/game.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';

/** Loses a deal; for a while its seller can pass it off as open. */
export function lose(state: RunState, deal: number): void {
  const { lostDeals, lostUsd } = state.floor.seats;
  const { seat, valueUsd } = state.deals.rows;
  lostDeals[seat[deal]] += 1;
  lostUsd[seat[deal]] += valueUsd[deal];
  state.watch.dealLost?.(deal);
}

/**
 * Pipeline-coverage check at month end: a seller below it has reviews next month, unless a game avoids them.
 */
export function askForCoverage(state: RunState, sales: Sales): void {
  const { company, floor, books } = state;
  const { month } = books;
  const { governance, calendar } = company.world;
  if (governance.coverageTimes === 0) return;
  const { capacity, quotaUsd, askedHours } = floor.seats;
  for (let seat = 0; seat < floor.all.seats; seat++) {
    if (capacity[seat] === 0) continue;
    const open = openUsd(state, seat);
    const missing = governance.coverageTimes * quotaUsd[seat] - open;
    let dead = 0;
    let hours = 0;
    if (missing > 0) {
      const answer = wayAround(state, seat, missing, sales);
      if (answer === undefined) {
        hours = governance.coverageReviewHours;
        month[COUNTER.reviewed] += 1;
      } else {
        dead = answer.deadUsd;
        hours = answer.hours;
      }
    }
    askedHours[seat] = hours / calendar.daysPerMonth;
    month[COUNTER.openPipelineUsd + REPORTED] += open + dead;
    month[COUNTER.openPipelineUsd + TRUE] += open;
    month[COUNTER.openPipelineUsd + SOUND] += open;
  }
}

function wayAround(
  { company, floor }: RunState,
  seat: number,
  missingUsd: number,
  sales: Sales,
): CoverageAnswer | undefined {
  const { lostDeals, lostUsd } = floor.seats;
  for (const game of sales.groups[company.groupOfSeat[seat]].moments.coverageMissing) {
    const answer = game.coverageMissing(missingUsd, lostDeals[seat], lostUsd[seat]);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/**
 * Every month end, before play too: one in `deadDealMonths` of the lost deals can no longer pass as open.
 */
export function giveUpLost({ company, floor }: RunState): void {
  const left = Math.max(0, 1 - 1 / company.world.sales.deadDealMonths);
  const { lostDeals, lostUsd } = floor.seats;
  for (let seat = 0; seat < floor.all.seats; seat++) {
    lostDeals[seat] *= left;
    lostUsd[seat] *= left;
  }
}

/** List value of a seller's unsigned deals, in dollars. */
function openUsd({ floor, deals }: RunState, seat: number): number {
  const { workHead, closeHead, heldHead } = floor.seats;
  const { next, valueUsd } = deals.rows;
  let usd = 0;
  for (let deal = workHead[seat]; deal >= 0; deal = next[deal]) usd += valueUsd[deal];
  for (let deal = closeHead[seat]; deal >= 0; deal = next[deal]) usd += valueUsd[deal];
  for (let deal = heldHead[seat]; deal >= 0; deal = next[deal]) usd += valueUsd[deal];
  return usd;
}
