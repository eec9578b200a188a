import { exp, log } from '../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../core/numeric/normal.ts';
import { logNormalFrom, logNormalParameters } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { LEAST_JUDGED_MONTHS, skillSeen } from '../managerMind.ts';
import { PURPOSE } from '../purposes.ts';
import { rampOf } from '../rampOf.ts';
import type { RunState } from '../state.ts';
import { TALLY } from '../tallies.ts';
import { trustAnew } from './trust.ts';

const MONTHS_PER_YEAR = 12;

/**
 * The end of a month: sellers leave or have to go, chairs are filled, newcomers learn the job.
 *
 * Formula: chance of leaving in a month = 1 - exp(-hazard), hazard = -ln(1 - turnover a year) / 12, times `lowAttainmentTurnoverTimes` for those whose record (an
 * exponential average of attainment over six months) is low. An empty chair works no hours: leads passed before wait in its pile, open deals age, what is fully worked is signed by others; new leads go to the
 * chairs that are filled. A newcomer has a skill of their own, believes of marketing's leads what a newcomer believes, and carries a quota in
 * proportion to the hours that the ramp allows.
 *
 * @param played month of play, 0-based; negative in the warm-up, when nobody's record is kept
 */
export function moveSellers(state: RunState, played: number): void {
  const { company, capacity } = state;
  const { sales } = company.world;
  const month = monthOf(state);
  const calm = -log(1 - sales.turnoverSharePerYear) / MONTHS_PER_YEAR;
  for (let seat = 0; seat < state.seats; seat++) {
    if (capacity[seat] === 0) {
      if (month + 1 >= state.vacantUntil[seat]) hire(state, seat, month + 1);
      continue;
    }
    if (played >= 0 && hasToGo(state, seat, month)) {
      empty(state, seat, month + 1);
      state.tally[TALLY.repsDismissed] += 1;
      continue;
    }
    const low = state.record[seat] < sales.lowAttainmentShare;
    const hazard = low ? calm * sales.lowAttainmentTurnoverTimes : calm;
    if (hazard > 0 && uniform(state.market.luck, month, PURPOSE.repLeaves | seat) < 1 - exp(-hazard)) {
      empty(state, seat, month + 1);
      if (played >= 0) state.tally[TALLY.repLeavers] += 1;
    } else if (capacity[seat] < 1) train(state, seat, month + 1);
  }
}

/** Whether the sales manager parts with a seller, who has worked full days for long enough to be judged. */
function hasToGo(state: RunState, seat: number, month: number): boolean {
  const { manager, world, warmUpDays } = state.company;
  if (manager.leastSkill === -Infinity || state.capacity[seat] < 1) return false;
  const first = state.careers[seat] === 0 ? warmUpDays / world.calendar.daysPerMonth : fullFrom(state, seat);
  const months = month + 1 - first;
  if (months < LEAST_JUDGED_MONTHS) return false;
  const booked = state.repTotals[seat] - state.repBefore[seat];
  return skillSeen(manager, booked, months, state.territory[seat]) < manager.leastSkill;
}

/** First month of the whole run in which somebody who was hired works full days. */
function fullFrom({ hired, company }: RunState, seat: number): number {
  const { rampMonths, rampStartShare } = company.world.sales;
  return hired[seat] + (rampStartShare === 1 ? 0 : rampMonths);
}

/** Draws how good the seller in a chair is: a factor on the chance of winning. */
export function drawSkill(state: RunState, seat: number): void {
  const { skillCv } = state.company.world.sales;
  if (skillCv === 0) return;
  const { logMean, logSd } = logNormalParameters(1, skillCv);
  const u = uniform(state.market.luck, state.careers[seat], PURPOSE.repSkill | seat);
  state.repSkill[seat] = logNormalFrom(normalQuantile(u), logMean, logSd);
}

/** Draws what the territories of all chairs hold, and sets the quotas that follow them; the first chairs hold 1 on average. */
export function drawTerritories(state: RunState): void {
  const { territoryCv, reps } = state.company.world.sales;
  if (territoryCv === 0) return;
  const { logMean, logSd } = logNormalParameters(1, territoryCv);
  let held = 0;
  for (let seat = 0; seat < state.territory.length; seat++) {
    const u = uniform(state.market.luck, seat, PURPOSE.territorySize);
    state.territory[seat] = logNormalFrom(normalQuantile(u), logMean, logSd);
    if (seat < reps) held += state.territory[seat];
  }
  for (let seat = 0; seat < state.territory.length; seat++) {
    state.territory[seat] *= reps / held;
    state.repQuota[seat] = fullQuotaOf(state, seat);
  }
}

/** From now on quotas are what sellers had them made. */
export function lobby(state: RunState, share: number): void {
  const before = 1 - state.lobbiedShare;
  state.lobbiedShare = share;
  for (let seat = 0; seat < state.repQuota.length; seat++) state.repQuota[seat] *= (1 - share) / before;
}

/** Quota a month of a chair whose seller works full days, in dollars. */
export function fullQuotaOf(state: RunState, seat: number): number {
  const { quotaUsdPerMonth, quotaByTerritoryShare } = state.company.world.sales;
  return (
    quotaUsdPerMonth * (1 - state.lobbiedShare) * (1 + quotaByTerritoryShare * (state.territory[seat] - 1))
  );
}

/** Somebody leaves, and the chair is empty until a successor is found. */
function empty(state: RunState, seat: number, month: number): void {
  state.capacity[seat] = 0;
  state.lostDeals[seat] = 0;
  state.lostUsd[seat] = 0;
  state.askedHours[seat] = 0;
  state.vacantUntil[seat] = month + state.company.world.sales.vacancyMonths;
  if (state.company.world.sales.vacancyMonths === 0) hire(state, seat, month);
}

/** One chair more, empty until somebody is found. */
export function openSeat(state: RunState): void {
  empty(state, state.seats++, monthOf(state) + 1);
}

/** The last chair goes, and who sits in it. */
export function closeSeat(state: RunState): void {
  state.seats--;
  state.capacity[state.seats] = 0;
}

function hire(state: RunState, seat: number, month: number): void {
  state.careers[seat] += 1;
  state.hired[seat] = month;
  state.record[seat] = 1;
  drawSkill(state, seat);
  trustAnew(state, seat);
  train(state, seat, month);
  if (state.inPlay) state.tally[TALLY.hiringCost] += state.company.world.sales.hiringUsd;
}

function train(state: RunState, seat: number, month: number): void {
  state.capacity[seat] = rampOf(state.company.world.sales, month - state.hired[seat]);
  if (state.capacity[seat] === 1) state.repBefore[seat] = state.repTotals[seat];
  state.repQuota[seat] = fullQuotaOf(state, seat) * state.capacity[seat];
}

/** Month of the whole run, warm-up included. */
function monthOf(state: RunState): number {
  return Math.floor(state.day / state.company.world.calendar.daysPerMonth);
}
