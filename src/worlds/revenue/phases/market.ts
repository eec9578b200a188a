import { pow } from '../../../core/numeric/elementary.ts';
import { poissonQuantile } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { LEAD } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { passToSales } from './handOver.ts';

/**
 * Phase 1 and 2 of a day: visits and leads arrive at rates that respond to marketing's work, leads are scored and those that meet the
 * definition in force are passed to sales.
 *
 * Rates: visits = baseline x prod over visit tactics of stock^elasticity x unsold share of the market x response to the budget; leads per visit likewise, and what references send. All together
 * are at most `responseCap` times the leads of the honest baseline.
 * A stock is an exponential average of intensity over `carryOverDays`. Visits that leave no details are not individuals: their mean is added up
 * here and drawn by {@link drawVisits} as one Poisson count, which is exact.
 */
export function arrive(state: RunState, day: number): void {
  const { company, market, month, response } = state;
  const { world, visitTactics } = company;
  const { responseCap, accounts } = world.market;
  if (state.isMoving) respond(state);
  const { leadResponse, readinessShift, misfit } = state;
  const unsold = Math.max(0, 1 - state.won / accounts);
  let visitResponse = unsold * state.budgetResponse;
  for (let n = 0; n < visitTactics.length; n++) visitResponse *= response[visitTactics[n]];
  // Word of mouth: leads that satisfied customers send come on top, whatever marketing does, as a part of its leads at baseline.
  const { referralsPerYear } = world.customers;
  const referred =
    referralsPerYear > 0 && company.leadsPerMonth > 0
      ? (unsold * state.references * referralsPerYear) / (12 * company.leadsPerMonth)
      : 0;
  const { channels } = world;
  const perDay = visitResponse / world.calendar.daysPerMonth;
  for (let c = 0; c < channels.length; c++) {
    const channel = channels[c];
    const visits = channel.visitsPerMonth * perDay;
    const humans = visits * (1 - channel.ambientBotShare);
    state.visitMean[c] += humans * Math.max(0, 1 - channel.leadsPerVisitShare * leadResponse);
    state.botMean[c] += visits * channel.ambientBotShare;
    month[REPORTED + COUNTER.marketingSpendUsd] += visits * channel.costUsdPerVisit;
  }
  const accept = (visitResponse * leadResponse + referred) / responseCap;
  const { mqlBar } = world.marketing;
  const { readyBar } = world.buyers;
  const bar = company.sqlBar + (company.policy.barShift ?? 0);
  const arrived = market.meet(day, accept);
  const { today, isJunk, readiness: readinessOf, scoreNoise } = market;
  const { leadStatus, leadIsReady, leadScore } = state;
  let sound = 0;
  let mqls = 0;
  let soundMqls = 0;
  let passed = 0;
  for (let n = 0; n < arrived; n++) {
    const i = today[n];
    leadStatus[i] = LEAD.unqualified;
    const junk = isJunk[i];
    const readiness = readinessOf[i] + readinessShift;
    const ready = (1 - junk) & +(readiness >= readyBar);
    leadIsReady[i] = ready;
    sound += 1 - junk;
    const score = junk === 1 ? bar - 10 : readiness + misfit * scoreNoise[i];
    leadScore[i] = score;
    const mql = +(score >= mqlBar);
    mqls += mql;
    soundMqls += mql & ready;
    // Listed without a branch, in the place of leads that have been looked at: who is passed is what no branch predictor can guess.
    today[passed] = i;
    passed += +(score >= bar);
  }
  for (let n = 0; n < passed; n++) passToSales(state, today[n], day, false);
  month[REPORTED + COUNTER.visits] += arrived;
  month[TRUE + COUNTER.visits] += arrived;
  month[SOUND + COUNTER.visits] += arrived;
  month[REPORTED + COUNTER.leads] += arrived;
  month[TRUE + COUNTER.leads] += arrived;
  month[SOUND + COUNTER.leads] += sound;
  month[REPORTED + COUNTER.mqls] += mqls;
  month[TRUE + COUNTER.mqls] += mqls;
  month[SOUND + COUNTER.mqls] += soundMqls;
}

/** A day further towards the intensities in force, and what the stocks do to leads, scores and sellers; done with until intensities change once nothing moves. */
function respond(state: RunState): void {
  const { company, stock, level, response } = state;
  const { world, tactics } = company;
  let leadResponse = 1;
  let readinessShift = 0;
  let insight = 1;
  let training = 1;
  state.isMoving = false;
  for (let k = 0; k < tactics.length; k++) {
    const tactic = tactics[k];
    if (!tactic.productive) continue;
    const before = stock[k];
    stock[k] += (level[k] - before) * (tactic.carryOverDays > 1 ? 1 / tactic.carryOverDays : 1);
    if (stock[k] !== before) {
      state.isMoving = true;
      response[k] = stock[k] === 1 ? 1 : pow(stock[k], tactic.elasticity);
    }
    if (tactic.lever === 'leadShare') leadResponse *= response[k];
    else if (tactic.lever === 'readiness') readinessShift += world.marketing.nurtureSd * (response[k] - 1);
    else if (tactic.lever === 'customerInsight') insight *= response[k];
    else if (tactic.lever === 'sellerSkill') training *= response[k];
  }
  state.leadResponse = leadResponse;
  state.readinessShift = readinessShift;
  // Somebody who never sees a customer guesses at most ten times as wildly.
  state.misfit = 1 / Math.max(0.1, insight);
  state.training = training;
}

/** Draws the visits since the last draw that left no details: exact, since Poisson means add up. */
export function drawVisits(state: RunState, day: number): void {
  const { market, month, visitMean, botMean } = state;
  for (let c = 0; c < visitMean.length; c++) {
    const id = (c << 16) | day;
    if (visitMean[c] > 0) {
      const humans = poissonQuantile(uniform(market.luck, id, PURPOSE.otherVisits), visitMean[c]);
      month[REPORTED + COUNTER.visits] += humans;
      month[TRUE + COUNTER.visits] += humans;
      month[SOUND + COUNTER.visits] += humans;
      visitMean[c] = 0;
    }
    if (botMean[c] > 0) {
      const bots = poissonQuantile(uniform(market.luck, id, PURPOSE.ambientBots), botMean[c]);
      month[REPORTED + COUNTER.visits] += bots;
      month[TRUE + COUNTER.visits] += bots;
      botMean[c] = 0;
    }
  }
}
