import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { LEAD } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { classOfScore } from '../../contract/scoreClasses.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { plainWinShareOfLead } from './chances.ts';

/** Passes of the rotation after which even a seller of the shortest working time (0.05) is due a lead. */
const MOST_ROUNDS = 21;

/** Passes the first `count` leads of a list to sales: to inside sales if there is any, else to sellers. */
export function passToSales(
  state: RunState,
  list: Int32Array,
  count: number,
  day: number,
  isRelabelled: boolean,
): void {
  const { company, market, leads, books } = state;
  const { month } = books;
  const { inside, sales } = company.world;
  const { status, isRelabelled: relabelled, passedDay, isReady, next } = leads.rows;
  for (let n = 0; n < count; n++) {
    const lead = list[n];
    status[lead] = LEAD.waiting;
    relabelled[lead] = isRelabelled ? 1 : 0;
    passedDay[lead] = day;
    if (inside.reps > 0) {
      next[lead] = leads.insideHead;
      leads.insideHead = lead;
    } else giveToSeller(state, lead);
    month[COUNTER.sqls + REPORTED] += 1;
    if (!isRelabelled) month[COUNTER.sqls + TRUE] += 1;
    month[COUNTER.sqls + SOUND] += isReady[lead];
    const age = day - market.dayOf(lead);
    if (age > 0 && isReady[lead] === 1)
      books.blame[BLAME.passedLate] +=
        sales.readyOpportunityShare * plainWinShareOfLead(state, lead) * (1 - company.freshness[age]);
    state.watch.leadPassed?.(lead);
  }
}

/**
 * Puts a lead on a pile, on top or at the bottom by `leadOrder`: of the next seller in rotation, or of the
 * one in whose territory it lies. The seller sees only its class. Governance decides whether that shows the
 * label alone, the score with noise, or the truth.
 */
export function giveToSeller(state: RunState, lead: number): void {
  const { company, leads, floor } = state;
  const { classes, seats: chairs } = company;
  const { piled } = floor.seats;
  const { all } = floor;
  const seen = company.labelOnly ? 0 : classSeen(state, lead);
  const byTerritory = company.world.sales.territoryCv > 0;
  let seat = byTerritory ? chairOf(state, lead) : all.nextSeat;
  // A vacant position gets no leads, unless all are vacant.
  const most = chairs * (byTerritory ? 1 : MOST_ROUNDS);
  for (let asked = 0; !takesLead(state, seat, byTerritory) && asked < most; asked++)
    seat = seat + 1 === chairs ? 0 : seat + 1;
  if (seat >= all.seats) seat = 0;
  all.nextSeat = seat + 1 === chairs ? 0 : seat + 1;
  leads.rows.seenClass[lead] = seen;
  leads.rows.seat[lead] = seat;
  const pile = seat * classes + seen;
  const { head, tail } = floor.piles;
  const first = head[pile];
  if (company.newestFirst || first < 0) {
    leads.rows.next[lead] = first;
    head[pile] = lead;
  } else {
    leads.rows.next[tail[pile]] = lead;
    leads.rows.next[lead] = -1;
  }
  tail[pile] = lead;
  piled[seat] |= 1 << seen;
}

/** Whether a position takes the next lead: it is filled and, if part-time, due one in the rotation. */
function takesLead({ company, floor }: RunState, seat: number, byTerritory: boolean): boolean {
  const { capacity, turn } = floor.seats;
  if (capacity[seat] === 0) return false;
  const timeShare = company.timeShares[seat];
  if (timeShare === 1 || byTerritory) return true;
  turn[seat] += timeShare;
  if (turn[seat] < 1) return false;
  turn[seat] -= 1;
  return true;
}

/** Class in which a seller sees a lead, if more than the label is shown. */
function classSeen({ company, market, leads }: RunState, lead: number): number {
  if (company.classes === 2) return leads.rows.isReady[lead];
  const { governance, buyers } = company.world;
  const noise = governance.visibleScoreNoiseSd;
  const shown = leads.rows.score[lead] + (noise > 0 ? noise * normalQuantile(market.visibleDraw[lead]) : 0);
  return classOfScore(shown, company.sqlBar, buyers.readinessSd);
}

/** Position whose territory a lead lies in, among the open ones. */
function chairOf({ company, market, floor }: RunState, lead: number): number {
  const { territory } = floor.seats;
  const { seats } = floor.all;
  let held = 0;
  for (let seat = 0; seat < seats; seat++) held += company.timeShares[seat] * territory[seat];
  let left = held * uniform(market.luck, market.entity[lead], PURPOSE.territory);
  for (let seat = 0; seat < seats - 1; seat++) {
    left -= company.timeShares[seat] * territory[seat];
    if (left < 0) return seat;
  }
  return seats - 1;
}
