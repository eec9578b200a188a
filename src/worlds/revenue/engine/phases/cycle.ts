import { log } from '../../../../core/numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RunState } from '../state/state.ts';
import { countLuck, winShareOf } from './chances.ts';
import { cycleTimesOf } from './dealTraits.ts';

/**
 * Draws the day on which a newly opened deal is decided. Sellers know the day, unless it reveals the outcome.
 *
 * Formula: days of a won deal are log-normal with mean `cycleDays` and coefficient of variation `cycleCv`,
 * rounded to whole days. Where lost deals have another cycle, or stall, the outcome at today's chance is
 * drawn first, from the same uniform that decides the deal in the end.
 *
 * @source log-normal: sellers of an online marketplace took 1, 3, 9, 28 and 79 working days from contact to
 * sale at 5, 25, 50, 75 and 90% (Olist 2018); a log-normal has 0.6, 3, 9, 28 and 78
 */
export function setDecisionDay(state: RunState, deal: number): void {
  const { company, market, deals } = state;
  const { rows } = deals;
  const { cycleDays, lostCycleTimes, stalledShare, stalledTimes } = company.world.sales;
  const entity = rows.entity[deal];
  const isOwn = rows.origin[deal] === ORIGIN.own;
  const cycleTimes = cycleTimesOf(state, deal);
  let days = cycleTimes * cycleDays;
  if (company.cycleLogSd > 0) {
    const u = uniform(market.luck, entity, isOwn ? PURPOSE.ownCycle : PURPOSE.cycle);
    days = Math.round(
      cycleTimes * logNormalFrom(normalQuantile(u), company.cycleLogMean, company.cycleLogSd),
    );
  }
  // Deals that count at their expected value are booked when they would be won.
  if (company.cycleDependsOnOutcome && !company.policy.expectedDeals) {
    const chance = winShareOf(state, deal);
    rows.openChance[deal] = chance;
    if (!wouldBeWon(state, deal)) {
      days *= lostCycleTimes;
      const stalls = uniform(market.luck, entity, isOwn ? PURPOSE.ownStall : PURPOSE.stall) < stalledShare;
      if (stalls) days *= stalledTimes;
    }
  }
  rows.dueDay[deal] = rows.openedDay[deal] + days;
}

/** Whether a deal would be won at the chance that it had when it was opened. */
function wouldBeWon({ market, deals }: RunState, deal: number): boolean {
  const { entity, origin, openChance } = deals.rows;
  const purpose = origin[deal] === ORIGIN.own ? PURPOSE.ownWin : PURPOSE.win;
  return uniform(market.luck, entity[deal], purpose) < openChance[deal];
}

/** Counts the luck in the outcome drawn with the cycle, where the cycle depends on it. */
export function countLuckOfOutcome(state: RunState, deal: number): void {
  if (!state.company.cycleDependsOnOutcome) return;
  const { openChance, valueUsd } = state.deals.rows;
  countLuck(state, (+wouldBeWon(state, deal) - openChance[deal]) * valueUsd[deal]);
}

/** Win chance given the draw at opening; the chance itself where the cycle does not depend on the outcome. */
export function chanceGivenDraw(state: RunState, deal: number, chance: number): number {
  if (!state.company.cycleDependsOnOutcome) return chance;
  const open = state.deals.rows.openChance[deal];
  if (wouldBeWon(state, deal)) return chance < open ? chance / open : 1;
  return chance > open ? (chance - open) / (1 - open) : 0;
}

/**
 * Chance that an open deal is won before a day, as its seller expects it: from the decision day, or where
 * that would reveal the outcome, by Bayes' rule from the cycles of won and lost deals and the deal's age.
 */
export function chanceWonBefore(state: RunState, deal: number, day: number): number {
  const { company, deals } = state;
  if (!company.cycleDependsOnOutcome) return deals.rows.dueDay[deal] < day ? winShareOf(state, deal) : 0;
  const chance = winShareOf(state, deal);
  const { lostCycleTimes, stalledShare, stalledTimes } = company.world.sales;
  const age = state.day - deals.rows.openedDay[deal];
  const cycleTimes = cycleTimesOf(state, deal);
  const lostTimes = cycleTimes * lostCycleTimes;
  const before = decidedWithin(company, day - 1 - deals.rows.openedDay[deal], cycleTimes);
  const already = decidedWithin(company, age - 1, cycleTimes);
  const lost =
    (1 - stalledShare) * decidedWithin(company, age - 1, lostTimes) +
    stalledShare * decidedWithin(company, age - 1, lostTimes * stalledTimes);
  const open = chance * (1 - already) + (1 - chance) * (1 - lost);
  return open > 0 ? (chance * Math.max(0, before - already)) / open : 0;
}

/** Share of deals decided within so many days, if they take a multiple of the cycle. */
function decidedWithin(
  { world, cycleLogMean, cycleLogSd }: RunState['company'],
  days: number,
  times: number,
): number {
  const { cycleDays } = world.sales;
  if (cycleLogSd === 0) return days >= times * cycleDays ? 1 : 0;
  return days < 0 ? 0 : normalCdf((log((days + 0.5) / times) - cycleLogMean) / cycleLogSd);
}

/** Puts a fully worked deal among those that wait for their day, the next one first. */
export function awaitDecision({ floor, deals }: RunState, seat: number, deal: number): void {
  const { closeHead, closeTail } = floor.seats;
  const { next, dueDay } = deals.rows;
  const last = closeTail[seat];
  if (last < 0 || dueDay[last] <= dueDay[deal]) {
    next[deal] = -1;
    if (last < 0) closeHead[seat] = deal;
    else next[last] = deal;
    closeTail[seat] = deal;
    return;
  }
  let before = -1;
  let after = closeHead[seat];
  while (dueDay[after] <= dueDay[deal]) {
    before = after;
    after = next[after];
  }
  next[deal] = after;
  if (before < 0) closeHead[seat] = deal;
  else next[before] = deal;
}
