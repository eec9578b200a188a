import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { PART } from '../../contract/parts.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';
import { countLuck, plainWinShareOf, readinessOfLead, soonWon, winShareOf } from './chances.ts';
import { countPart } from './countParts.ts';
import { countLuckOfOutcome, setDecisionDay } from './cycle.ts';
import { chanceTimesOf, channelTimes, drawProduct, priceTimesOf } from './dealTraits.ts';
import { askForHelp } from './enablement.ts';
import { addToAll } from './ledgers.ts';

/** Opens a deal from a marketing lead after `waitedDays`; returns its row. */
export function openFromLead(state: RunState, seat: number, lead: number, waitedDays: number): number {
  const { market, leads, deals } = state;
  const { rows } = leads;
  const deal = addDeal(state, seat, market.entity[lead], PURPOSE.dealSize);
  deals.rows.fit[deal] = market.fit[lead];
  deals.rows.readiness[deal] = readinessOfLead(state, lead);
  deals.rows.isReady[deal] = rows.isReady[lead];
  deals.rows.origin[deal] = rows.isRelabelled[lead] === 1 ? ORIGIN.relabelled : ORIGIN.qualified;
  deals.rows.waitedDays[deal] = waitedDays;
  announce(state, deal);
  return deal;
}

/** Opens a self-sourced deal. */
export function openOwn(state: RunState, seat: number, entity: number, fit: number): void {
  const { deals, company } = state;
  const deal = addDeal(state, seat, entity, PURPOSE.ownDealSize);
  deals.rows.fit[deal] = fit;
  deals.rows.readiness[deal] = company.world.buyers.readyBar;
  deals.rows.isReady[deal] = 1;
  deals.rows.origin[deal] = ORIGIN.own;
  deals.rows.waitedDays[deal] = 0;
  announce(state, deal);
}

/** Opens a deal that field marketing or a partner brings to a seller. */
export function openSourced(
  state: RunState,
  seat: number,
  origin: number,
  entity: number,
  fit: number,
): void {
  const { deals, company } = state;
  const deal = addDeal(state, seat, entity, PURPOSE.dealSize);
  deals.rows.fit[deal] = fit;
  deals.rows.readiness[deal] = company.world.buyers.readyBar;
  deals.rows.isReady[deal] = 1;
  deals.rows.origin[deal] = origin;
  deals.rows.waitedDays[deal] = 0;
  announce(state, deal);
  state.slices?.begin();
  const isField = origin === ORIGIN.field;
  const { month } = state.books;
  addToAll(month, isField ? COUNTER.fieldOpportunities : COUNTER.channelOpportunities, 1);
  addToAll(month, isField ? COUNTER.fieldPipelineUsd : COUNTER.channelPipelineUsd, deals.rows.valueUsd[deal]);
  state.slices?.endDeal(deal);
}

/** Appends a new deal to a position's work queue. */
function addDeal(state: RunState, seat: number, entity: number, sizePurpose: number): number {
  const { deals, floor } = state;
  const valueUsd = listValue(state, entity, sizePurpose);
  const deal = deals.add();
  const { rows } = deals;
  rows.seat[deal] = seat;
  rows.openedDay[deal] = state.day;
  rows.hours[deal] = 0;
  rows.valueUsd[deal] = valueUsd;
  rows.entity[deal] = entity;
  rows.next[deal] = -1;
  const { workHead, workTail } = floor.seats;
  if (workTail[seat] < 0) workHead[seat] = deal;
  else rows.next[workTail[seat]] = deal;
  workTail[seat] = deal;
  return deal;
}

/** List value of a deal: log-normal, or its mean when deals count at expected value. */
function listValue({ company, market, marketing }: RunState, entity: number, purpose: number): number {
  if (company.policy.expectedDeals) return marketing.all.dealMeanUsd;
  const u = uniform(market.luck, entity, purpose);
  const { dealLogMean, dealLogSd } = company;
  return logNormalFrom(normalQuantile(u), dealLogMean, dealLogSd) * marketing.factors.now[FACTOR.value];
}

/** Counts a newly opened deal, as a whole and for its line, channel and region. */
function announce(state: RunState, deal: number): void {
  state.slices?.begin();
  count(state, deal);
  state.slices?.endDeal(deal);
}

function count(state: RunState, deal: number): void {
  const { company, deals, marketing, books } = state;
  const { month } = books;
  drawProduct(state, deal);
  setDecisionDay(state, deal);
  const { valueUsd, origin, isReady } = deals.rows;
  const dealTimes = channelTimes(state, deal) * priceTimesOf(state, deal);
  valueUsd[deal] *= dealTimes;
  const value = valueUsd[deal];
  const ready = isReady[deal] === 1;
  const meanUsd = dealTimes * marketing.all.dealMeanUsd;
  countLuck(state, soonWon(state, state.day, winShareOf(state, deal)) * (value - meanUsd));
  countLuckOfProduct(state, deal);
  countLuckOfOutcome(state, deal);
  countPart(state, deal, PART.opened, 1);
  if (company.world.enablement.requestsPerOpportunity > 0) askForHelp(state);
  month[COUNTER.opportunities + REPORTED] += 1;
  month[COUNTER.pipelineUsd + REPORTED] += value;
  if (ready) {
    month[COUNTER.opportunities + SOUND] += 1;
    month[COUNTER.pipelineUsd + SOUND] += value;
  }
  if (origin[deal] === ORIGIN.own) {
    month[COUNTER.opportunities + TRUE] += 1;
    month[COUNTER.pipelineUsd + TRUE] += value;
    listForClaims(state, deal);
    return;
  }
  const effect = 1 / company.world.marketing.campaignStandardShare;
  month[COUNTER.marketingOpportunities + REPORTED] += 1;
  month[COUNTER.marketingPipelineUsd + REPORTED] += value;
  month[COUNTER.effectiveness + REPORTED] += effect;
  if (origin[deal] !== ORIGIN.relabelled) {
    month[COUNTER.opportunities + TRUE] += 1;
    month[COUNTER.pipelineUsd + TRUE] += value;
    month[COUNTER.marketingOpportunities + TRUE] += 1;
    month[COUNTER.marketingPipelineUsd + TRUE] += value;
    month[COUNTER.effectiveness + TRUE] += effect;
  }
  if (ready) {
    month[COUNTER.marketingOpportunities + SOUND] += 1;
    month[COUNTER.marketingPipelineUsd + SOUND] += value;
    month[COUNTER.effectiveness + SOUND] += effect;
  }
}

/** Counts the luck in the product line of a deal, at its expected bookings. */
function countLuckOfProduct(state: RunState, deal: number): void {
  const { company, deals, marketing } = state;
  if (company.world.products.length === 0) return;
  const { fit, readiness } = deals.rows;
  const plain = soonWon(state, state.day, plainWinShareOf(state, fit[deal], readiness[deal]));
  const drawn = chanceTimesOf(state, deal) * priceTimesOf(state, deal);
  const usd = channelTimes(state, deal) * marketing.all.dealMeanUsd;
  countLuck(state, plain * usd * (drawn - company.products.worthTimes));
}

/** Lists a deal entered as self-sourced, which marketing can claim this month. */
export function listForClaims({ marketing }: RunState, deal: number): void {
  const { all } = marketing;
  const { deal: claims } = marketing.claims;
  claims[all.claimTo++ % claims.length] = deal;
  // The oldest entry was overwritten.
  if (all.claimTo - all.claimFrom > claims.length) all.claimFrom++;
}
