import { exp } from '../../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom, logNormalParameters } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { hasToGo, judgedMonthsOf, LEAST_JUDGED_MONTHS } from '../../contract/judging.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { rampOf } from '../../contract/rampOf.ts';
import { TALLY } from '../../contract/tallies.ts';
import { APPLICANTS, acceptanceChance, monthlyHazard, quitTimes } from '../../minds/participation.ts';
import type { SellersPlan } from '../planInForce.ts';
import type { SellerAccounts } from '../sellerAccounts.ts';
import type { RunState } from '../state/state.ts';
import { fullQuotaOf } from './quotas.ts';
import { trustAnew } from './trust.ts';

/** Chance that an applicant accepts an offer equal to the outside option. */
const USUAL_CHANCE = 0.5;
/** Upper bound on a vacancy, in months: beyond any run. */
const MOST_VACANT = 1e6;

/**
 * Month end: sellers quit or are dismissed, positions are filled, new hires ramp up.
 *
 * Formula: monthly chance of quitting = 1 - exp(-hazard), hazard = -ln(1 - annual turnover) / 12, times
 * `lowAttainmentTurnoverTimes` for those with a low record (an exponential average of attainment over six
 * months), and times w^-e, where w is what the plan is worth as a multiple of pay elsewhere. A vacant
 * position works no hours: earlier leads wait in its pile, open deals age, fully worked deals are signed by
 * others, and new leads go to filled positions. A new hire has a skill of their own, a newcomer's prior
 * about marketing's leads, and a quota in proportion to the hours that the ramp allows.
 *
 * @param played month of play, 0-based; negative in the warm-up, when no records are kept
 * @param plan pay of the positions, settled when a holder leaves and when another begins, and what it is
 * worth
 */
export function moveSellers(state: RunState, played: number, plan: SellersPlan): void {
  const { accounts } = plan.payroll;
  const { company, market, floor, books } = state;
  const { sales } = company.world;
  const { capacity, vacantUntil, record } = floor.seats;
  const month = monthOf(state);
  const calm = monthlyHazard(sales.turnoverSharePerYear);
  for (let seat = 0; seat < floor.all.seats; seat++) {
    if (capacity[seat] === 0) {
      if (month + 1 >= vacantUntil[seat]) {
        accounts.close(seat, played);
        fill(state, seat, month + 1, plan);
      }
      continue;
    }
    if (played >= 0 && isDismissed(state, seat, month)) {
      accounts.close(seat, played);
      vacate(state, seat, month + 1, plan);
      books.tally[TALLY.sellersDismissed] += 1;
      continue;
    }
    const isLow = record[seat] < sales.lowAttainmentShare;
    const usual = isLow ? calm * sales.lowAttainmentTurnoverTimes : calm;
    const hazard = usual > 0 ? usual * quitTimes(sales.quitElasticity, offered(state, seat, plan)) : 0;
    if (hazard > 0 && uniform(market.luck, month, PURPOSE.repLeaves | seat) < 1 - exp(-hazard)) {
      accounts.close(seat, played);
      vacate(state, seat, month + 1, plan);
      if (played >= 0) books.tally[TALLY.sellersLeft] += 1;
    } else if (capacity[seat] < 1) ramp(state, seat, month + 1);
  }
}

/** Whether a position's judge dismisses its seller, who must have worked full days long enough. */
function isDismissed({ company, floor }: RunState, seat: number, month: number): boolean {
  const { judges, timeShares } = company;
  if (judges.length === 0) return false;
  const { terms } = judges[seat % judges.length];
  const { capacity, careers, hired, totalUsd, judgedFromUsd, territory } = floor.seats;
  if (terms.leastSkill === -Infinity || capacity[seat] < 1) return false;
  const months = judgedMonthsOf(company, careers[seat], hired[seat], month);
  if (months < LEAST_JUDGED_MONTHS) return false;
  return hasToGo(terms, totalUsd[seat] - judgedFromUsd[seat], months, timeShares[seat] * territory[seat]);
}

/** Draws the skill of a position's seller: a multiplier on the win chance. */
export function drawSkill(state: RunState, seat: number, draw = state.floor.seats.careers[seat]): void {
  const { company, market, floor } = state;
  const { skillCv } = company.world.sales;
  if (skillCv === 0) return;
  const { logMean, logSd } = logNormalParameters(1, skillCv);
  const u = uniform(market.luck, draw >>> 0, PURPOSE.repSkill | seat);
  floor.seats.skill[seat] = logNormalFrom(normalQuantile(u), logMean, logSd);
}

/** What the plan is worth to the holder of a position, or to an applicant, relative to the outside option. */
function offered(state: RunState, seat: number, plan: Pick<SellersPlan, 'timesMarket'>): number {
  const { skill, territory } = state.floor.seats;
  // In the warm-up, pay is that of the outside option.
  return state.inPlay ? plan.timesMarket(seat, skill[seat] * territory[seat]) : 1;
}

/**
 * Fills a vacancy with the first of a month's applicants who accepts; if all decline, it stays open. They
 * know their own skill.
 */
function fill(state: RunState, seat: number, month: number, plan: Pick<SellersPlan, 'timesMarket'>): void {
  const { company, floor, market } = state;
  const { careers, vacantUntil } = floor.seats;
  careers[seat] += 1;
  // The first applicant of a vacancy is the one who is hired where everybody accepts.
  const isFirst = month <= vacantUntil[seat];
  for (let applicant = 0; applicant < APPLICANTS; applicant++) {
    const draw = month * APPLICANTS + applicant;
    drawSkill(state, seat, isFirst && applicant === 0 ? careers[seat] : ~draw);
    const times = offered(state, seat, plan);
    const chance = acceptanceChance(company.world.sales.recruitElasticity, times);
    if (uniform(market.luck, draw, PURPOSE.repAccepts | seat) < chance) {
      hire(state, seat, month);
      return;
    }
  }
  careers[seat] -= 1;
}

/** Vacates a position. The less the plan is worth relative to the outside option, the longer it is vacant. */
function vacate(state: RunState, seat: number, month: number, plan: Pick<SellersPlan, 'timesMarket'>): void {
  const { sales } = state.company.world;
  const { capacity, lostDeals, lostUsd, askedHours, vacantUntil, territory } = state.floor.seats;
  const times = state.inPlay ? plan.timesMarket(seat, territory[seat]) : 1;
  const chance = acceptanceChance(sales.recruitElasticity, times);
  const longer = chance === 1 ? 1 : USUAL_CHANCE / Math.max(1e-9, chance);
  const vacancyMonths = Math.min(MOST_VACANT, Math.round(sales.vacancyMonths * longer));
  capacity[seat] = 0;
  lostDeals[seat] = 0;
  lostUsd[seat] = 0;
  askedHours[seat] = 0;
  vacantUntil[seat] = month + vacancyMonths;
  if (vacancyMonths === 0) fill(state, seat, month, plan);
}

/** Opens a position, vacant until someone is hired. */
export function openSeat(state: RunState, played: number, plan: SellersPlan): void {
  plan.payroll.accounts.close(state.floor.all.seats, played);
  vacate(state, state.floor.all.seats++, monthOf(state) + 1, plan);
}

/** Closes the last position; its holder leaves. */
export function closeSeat({ floor }: RunState, played: number, accounts: SellerAccounts): void {
  accounts.close(floor.all.seats - 1, played);
  floor.all.seats--;
  floor.seats.capacity[floor.all.seats] = 0;
}

function hire(state: RunState, seat: number, month: number): void {
  const { company, floor, books, inPlay } = state;
  floor.seats.hired[seat] = month;
  floor.seats.record[seat] = 1;
  trustAnew(state, seat, company.readyShares);
  ramp(state, seat, month);
  floor.seats.awaitsFirst[seat] = inPlay ? 1 : 0;
  if (inPlay) books.tally[TALLY.hiringCost] += company.world.sales.hiringUsd;
}

/** Sets a new hire's share of a full day in a month of the run, and the quota in proportion. */
function ramp(state: RunState, seat: number, month: number): void {
  const { capacity, hired, judgedFromUsd, totalUsd, quotaUsd } = state.floor.seats;
  const onboarding = state.marketing.responses.value[RESPONSE.onboarding];
  capacity[seat] = rampOf(state.company.world.sales, (month - hired[seat]) * onboarding);
  if (capacity[seat] === 1) judgedFromUsd[seat] = totalUsd[seat];
  quotaUsd[seat] = fullQuotaOf(state, seat) * capacity[seat];
}

/** Month of the whole run, warm-up included. */
function monthOf({ day, company }: RunState): number {
  return Math.floor(day / company.world.calendar.daysPerMonth);
}
