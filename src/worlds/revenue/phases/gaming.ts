import { COUNTER } from '../counters.ts';
import { LEAD, ORIGIN, RELABEL_CLASSES } from '../labels.ts';
import { REPORTED, type RunState } from '../state.ts';
import { passToSales } from './handOver.ts';

/**
 * What the director does to the numbers today, pro rata of the plan for the month. Amounts are carried over in fractions, so that a month's total is
 * met to the last unit. Invented counts go into the report only; a relabelled lead is a real lead that goes to sales.
 *
 * @param unitOf honest monthly amount of each tactic's counter: one unit of gaming
 */
export function game(state: RunState, day: number, lastDayOfMonth: boolean, unitOf: Float64Array): void {
  const { company, month, level, carry, units } = state;
  const { tactics, gamingTactics, world } = company;
  for (let n = 0; n < gamingTactics.length; n++) {
    const k = gamingTactics[n];
    const toppedUp = lastDayOfMonth && state.topUp[k] > 0;
    if (level[k] === 0 && carry[k] < 1 && !toppedUp) continue;
    const tactic = tactics[k];
    carry[k] += (level[k] * unitOf[k]) / world.calendar.daysPerMonth;
    if (toppedUp) carry[k] += Math.max(0, state.topUp[k] - month[REPORTED + tactic.unitCounter]);
    if (world.marketing.relabelTiming === 'month-end' && tactic.lever === 'relabel' && !lastDayOfMonth)
      continue;
    const whole = Math.floor(carry[k] + 1e-9);
    if (whole < 1) continue;
    let done = 0;
    if (tactic.lever === 'botVisits') {
      month[REPORTED + COUNTER.visits] += whole;
      done = whole;
    } else if (tactic.lever === 'fakeLeads') {
      month[REPORTED + COUNTER.leads] += whole;
      done = whole;
    } else if (tactic.lever === 'relabel') done = relabel(state, whole, day);
    else if (tactic.lever === 'attribution') done = claim(state, whole);
    carry[k] -= whole;
    units[k] += done / unitOf[k];
    const money = done * tactic.priceUsdEach;
    month[REPORTED + COUNTER.marketingSpendUsd] += money;
    state.gamingSpendUsd += money;
    state.gamingEffortUsd += done * tactic.effortUsdEach;
  }
}

/** Whether {@link game} has anything to do until intensities change. */
export function isGamed({ company, level, carry, topUp }: RunState): boolean {
  const { gamingTactics } = company;
  for (let n = 0; n < gamingTactics.length; n++) {
    const k = gamingTactics[n];
    if (level[k] !== 0 || carry[k] >= 1 || topUp[k] !== 0) return true;
  }
  return false;
}

/** Passes the best (or the newest) of this month's unqualified leads; returns how many there were to pass. */
function relabel(state: RunState, wanted: number, day: number): number {
  fileArrivals(state, day);
  let done = 0;
  for (let box = RELABEL_CLASSES - 1; box >= 0 && done < wanted; ) {
    const i = state.relabelHead[box];
    if (i < 0) {
      box--;
      continue;
    }
    state.relabelHead[box] = state.leadNext[i];
    if (state.leadStatus[i] !== LEAD.unqualified) continue;
    passToSales(state, i, day, true);
    done++;
  }
  return done;
}

/** Keeps the unqualified leads that came since the last time where relabelling looks for them: by score class, newest first. */
function fileArrivals(state: RunState, day: number): void {
  const { company, market, leadStatus, relabelHead } = state;
  const { marketing, buyers } = company.world;
  const bar = company.sqlBar + (company.policy.barShift ?? 0);
  const byScore = marketing.relabelOrder === 'best-score';
  const spread = buyers.readinessSd + marketing.scoreNoiseSd + 1e-9;
  const end = market.dayStart[day + 1];
  for (let i = state.filedTo; i < end; i++) {
    if (leadStatus[i] !== LEAD.unqualified) continue;
    let box = RELABEL_CLASSES - 1;
    if (byScore) {
      box = Math.floor(RELABEL_CLASSES * (1 - (bar - state.leadScore[i]) / (3 * spread)));
      if (box < 0) box = 0;
      if (box > RELABEL_CLASSES - 1) box = RELABEL_CLASSES - 1;
    }
    state.leadNext[i] = relabelHead[box];
    relabelHead[box] = i;
  }
  state.filedTo = end;
}

/** Claims opportunities that sales found itself this month as marketing's, in the report only. */
function claim(state: RunState, wanted: number): number {
  const { month, claims } = state;
  let done = 0;
  while (done < wanted && state.claimFrom < state.claimTo) {
    const opportunity = claims[state.claimFrom++ % claims.length];
    const origin = state.oppOrigin[opportunity];
    if (origin < ORIGIN.own) continue;
    if (origin === ORIGIN.taken) {
      // What sellers took from marketing is only taken back.
      month[REPORTED + COUNTER.takenOpportunities] -= 1;
      month[REPORTED + COUNTER.takenPipelineUsd] -= state.oppValue[opportunity];
    }
    month[REPORTED + COUNTER.marketingPipelineUsd] += state.oppValue[opportunity];
    month[REPORTED + COUNTER.marketingOpportunities] += 1;
    month[REPORTED + COUNTER.effectiveness] += 1 / state.company.world.marketing.campaignStandardShare;
    done++;
  }
  return done;
}
