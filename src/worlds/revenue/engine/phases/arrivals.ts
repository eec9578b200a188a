import { poissonQuantile } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../../contract/counters.ts';
import { LEAD } from '../../contract/labels.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';
import { accountsLeft } from './accountsLeft.ts';
import { countLeads } from './countParts.ts';
import { passToSales } from './handOver.ts';
import { respond } from './responses.ts';

/**
 * Phases 1 and 2 of a day. Visits and leads arrive at rates that respond to marketing's work. Leads are
 * scored, and those that meet the definition in force are passed to sales.
 *
 * Rates: visits = baseline x the day's demand x product over visit tactics of stock^elasticity x unsold
 * share of the market x response to the budget. Leads per visit respond likewise, and referrals come on
 * top. Total leads are capped at `responseCap` times those of the honest baseline. Visits that leave no
 * details are not simulated one by one: their mean accumulates here, and {@link drawVisits} draws it as one
 * Poisson count, which is exact.
 */
export function arrive(state: RunState, day: number): void {
  const { market, marketing } = state;
  if (marketing.all.isMoving) respond(state);
  const { month } = state.books;
  for (let ledger = REPORTED; ledger <= SOUND; ledger++)
    month[COUNTER.workShown + ledger] += marketing.all.workPerDay;
  setRate(state);
  const arrived = market.meet(day);
  countLeads(state, arrived);
  const passed = score(state, arrived);
  passToSales(state, market.today, passed, day, false);
}

/**
 * Accumulates the day's mean visits, books their cost, and sets the rate of leads.
 */
function setRate({ company, market, marketing, customers, books, day }: RunState): void {
  const { world, visitTactics } = company;
  const { responseCap } = world.market;
  const { response } = marketing.tactics;
  const leadResponse = marketing.responses.value[RESPONSE.leadsPerVisit];
  const unsold = accountsLeft(company, customers.all.won);
  let visitResponse = unsold * marketing.all.budgetResponse * marketing.factors.now[FACTOR.visits];
  for (let n = 0; n < visitTactics.length; n++) visitResponse *= response[visitTactics[n]];
  // Referrals: leads from reference customers, as a share of marketing's leads at baseline.
  const { referralsPerYear } = world.customers;
  const speaking = customers.all.references * marketing.responses.value[RESPONSE.advocacy];
  const referred =
    referralsPerYear > 0 && company.leadsPerMonth > 0
      ? (unsold * speaking * referralsPerYear) / (12 * company.leadsPerMonth)
      : 0;
  const { visitMean, botMean } = marketing.channels;
  const { channels } = world;
  const perDay = (visitResponse * market.demandOn(day)) / world.calendar.daysPerMonth;
  for (let c = 0; c < channels.length; c++) {
    const channel = channels[c];
    const visits = channel.visitsPerMonth * perDay;
    const humans = visits * (1 - channel.ambientBotShare);
    visitMean[c] += humans * Math.max(0, 1 - channel.leadsPerVisitShare * leadResponse);
    botMean[c] += visits * channel.ambientBotShare;
    books.month[COUNTER.marketingSpendUsd] += visits * channel.costUsdPerVisit;
  }
  market.rates[0] = (visitResponse * leadResponse + referred) / responseCap;
}

/** Scores and counts the day's leads, moves those that reach the bar to the front, returns their number. */
function score({ company, market, leads, marketing, books }: RunState, arrived: number): number {
  const bar = company.sqlBar + (company.policy.barShift ?? 0);
  const { month } = books;
  const { mqlBar } = company.world.marketing;
  const { readyBar } = company.world.buyers;
  const readinessShift = marketing.responses.value[RESPONSE.readiness];
  const { misfit } = marketing.all;
  const { today, isJunk, readiness: readinessOf, scoreNoise } = market;
  const { status, isReady, score: leadScore } = leads.rows;
  let sound = 0;
  let mqls = 0;
  let soundMqls = 0;
  let passed = 0;
  for (let n = 0; n < arrived; n++) {
    const i = today[n];
    status[i] = LEAD.unqualified;
    const junk = isJunk[i];
    const readiness = readinessOf[i] + readinessShift;
    const ready = (1 - junk) & +(readiness >= readyBar);
    isReady[i] = ready;
    sound += 1 - junk;
    const points = junk === 1 ? bar - 10 : readiness + misfit * scoreNoise[i];
    leadScore[i] = points;
    const mql = +(points >= mqlBar);
    mqls += mql;
    soundMqls += mql & ready;
    // Branch-free compaction in place: no branch predictor can guess who is passed.
    today[passed] = i;
    passed += +(points >= bar);
  }
  month[COUNTER.visits + REPORTED] += arrived;
  month[COUNTER.visits + TRUE] += arrived;
  month[COUNTER.visits + SOUND] += arrived;
  month[COUNTER.leads + REPORTED] += arrived;
  month[COUNTER.leads + TRUE] += arrived;
  month[COUNTER.leads + SOUND] += sound;
  month[COUNTER.mqls + REPORTED] += mqls;
  month[COUNTER.mqls + TRUE] += mqls;
  month[COUNTER.mqls + SOUND] += soundMqls;
  return passed;
}

/** Draws the anonymous visits since the last draw: exact, since sums of Poisson counts are Poisson. */
export function drawVisits({ company, market, marketing, books }: RunState, day: number): void {
  const { visitMean, botMean } = marketing.channels;
  const { month } = books;
  for (let c = 0; c < visitMean.length; c++) {
    const id = (c << 16) | ((day - company.warmUpDays) & 0xffff);
    if (visitMean[c] > 0) {
      const humans = poissonQuantile(uniform(market.luck, id, PURPOSE.otherVisits), visitMean[c]);
      month[COUNTER.visits + REPORTED] += humans;
      month[COUNTER.visits + TRUE] += humans;
      month[COUNTER.visits + SOUND] += humans;
      visitMean[c] = 0;
    }
    if (botMean[c] > 0) {
      const bots = poissonQuantile(uniform(market.luck, id, PURPOSE.ambientBots), botMean[c]);
      month[COUNTER.visits + REPORTED] += bots;
      month[COUNTER.visits + TRUE] += bots;
      botMean[c] = 0;
    }
  }
}
