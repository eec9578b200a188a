import { normalQuantile } from '../../../core/numeric/normal.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { LEAD } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import { classOfScore } from '../scoreClasses.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { BLAME } from '../tallies.ts';
import { plainWinShareOfLead } from './chances.ts';

/** The chair in whose territory a lead lies, among those that there are. */
function chairOf(state: RunState, i: number): number {
  const { territory, seats, market } = state;
  let held = 0;
  for (let seat = 0; seat < seats; seat++) held += territory[seat];
  let left = held * uniform(market.luck, market.entity[i], PURPOSE.territory);
  for (let seat = 0; seat < seats - 1; seat++) {
    left -= territory[seat];
    if (left < 0) return seat;
  }
  return seats - 1;
}

/** Passes a lead to sales: to those who call leads first where there are any, else to a seller. */
export function passToSales(state: RunState, i: number, day: number, relabelled: boolean): void {
  const { company, market, month } = state;
  const { world } = company;
  state.leadStatus[i] = LEAD.waiting;
  state.leadRelabelled[i] = relabelled ? 1 : 0;
  state.leadPassedDay[i] = day;
  if (world.inside.reps > 0) {
    state.leadNext[i] = state.insideHead;
    state.insideHead = i;
  } else giveToSeller(state, i);
  month[REPORTED + COUNTER.sqls] += 1;
  if (!relabelled) month[TRUE + COUNTER.sqls] += 1;
  const ready = state.leadIsReady[i];
  month[SOUND + COUNTER.sqls] += ready;
  const age = day - market.dayOf(i);
  if (age > 0 && ready === 1)
    state.blame[BLAME.passedLate] +=
      world.sales.readyOpportunityShare * plainWinShareOfLead(state, i) * (1 - state.company.freshness[age]);
}

/**
 * Puts a lead on top of the pile (newest first) of the next seller in turn, or of the one in whose territory it lies. What the seller sees of it is its class: nothing but the label, the score
 * through noise, or the truth, as governance has it.
 */
export function giveToSeller(state: RunState, i: number): void {
  const { company, market } = state;
  const { world, classes, seats } = company;
  let seen = 0;
  if (!company.labelOnly) {
    if (classes === 2) seen = state.leadIsReady[i];
    else {
      const noise = world.governance.visibleScoreNoiseSd;
      const shown = state.leadScore[i] + (noise > 0 ? noise * normalQuantile(market.visibleDraw[i]) : 0);
      seen = classOfScore(shown, company.sqlBar, world.buyers.readinessSd);
    }
  }
  let rep = world.sales.territoryCv > 0 ? chairOf(state, i) : state.nextRep;
  // An empty chair gets no leads, unless all of them are empty.
  for (let passed = 0; state.capacity[rep] === 0 && passed < seats; passed++)
    rep = rep + 1 === seats ? 0 : rep + 1;
  if (rep >= state.seats) rep = 0;
  state.nextRep = rep + 1 === seats ? 0 : rep + 1;
  state.leadClass[i] = seen;
  const pile = rep * classes + seen;
  state.leadNext[i] = state.stack[pile];
  state.stack[pile] = i;
  state.piled[rep] |= 1 << seen;
}
