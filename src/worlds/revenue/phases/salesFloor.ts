import { normalQuantile } from '../../../core/numeric/normal.ts';
import { exponentialFrom, logNormalFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { LEAD, ORIGIN } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import type { RepMind } from '../repMind.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { BLAME, TALLY } from '../tallies.ts';
import { countLuck, creditedUsd, plainWinShareOf, plainWinShareOfLead, winShareOf } from './chances.ts';
import { lose } from './coverage.ts';
import { win } from './customers.ts';
import { chooseLine, gamble, promise } from './dealTerms.ts';
import { holdBack } from './dealTiming.ts';
import { learn } from './trust.ts';

/**
 * Phase 3 of a day: every rep spends the day's selling hours. First what is owed from yesterday, then open opportunities, oldest first, then marketing's
 * leads as long as they are believed to be worth more an hour than own prospecting or were promised to be called, then prospecting. Governance can put leads before deals.
 *
 * A started follow-up is finished: hours that do not fit into today are owed tomorrow. Conservation: hours worked + idle = hours available.
 */
export function sell(state: RunState, day: number, minds: RepMind): void {
  const { company, month, hoursOfDay, debt, piled, workHead, closeHead } = state;
  const { sales, governance } = company.world;
  const leadsFirst = governance.followUpOrder === 'leads-first';
  const prospects = sales.prospectingHours > 0;
  let worked = 0;
  for (let rep = 0; rep < company.seats; rep++) {
    const budget = hoursOfDay[rep];
    const owed = debt[rep];
    const paid = owed < budget ? owed : budget;
    let hours = budget - paid;
    debt[rep] = owed - paid;
    if (leadsFirst && hours > 0 && piled[rep] !== 0) hours = followUp(state, rep, day, hours, minds);
    if (workHead[rep] >= 0) hours = advance(state, rep, day, hours);
    const oldest = closeHead[rep];
    if (oldest >= 0 && state.oppOpened[oldest] + sales.cycleDays <= day) close(state, rep, day, minds);
    if (!leadsFirst && hours > 0 && piled[rep] !== 0) hours = followUp(state, rep, day, hours, minds);
    if (prospects && hours > 0) {
      prospect(state, rep, day, hours);
      hours = 0;
    }
    worked += budget - hours;
  }
  month[REPORTED + COUNTER.hoursWorked] += worked;
  month[REPORTED + COUNTER.hoursAvailable] += state.hoursOfTeam;
  const entries = worked / sales.activityHours;
  month[REPORTED + COUNTER.activities] += entries + state.paddedOfTeam;
  month[TRUE + COUNTER.activities] += entries;
  month[SOUND + COUNTER.activities] += entries;
}

/**
 * Selling hours of each rep from today on, until somebody decides anew or a chair changes hands: what is left of a day's effort after lobbying, showing a full
 * pipeline and entries that stand for nothing, where somebody sits.
 */
export function planHours(state: RunState, minds: RepMind): void {
  const { company, hoursOfDay } = state;
  const { sellingHoursPerDay, paddingHours } = company.world.sales;
  const lobbying = state.inPlay ? minds.lobbyingHoursPerDay : 0;
  const padding = state.inPlay ? minds.paddedPerDay : 0;
  state.hoursOfTeam = 0;
  state.paddedOfTeam = 0;
  for (let rep = 0; rep < company.seats; rep++) {
    const hours = Math.max(0, sellingHoursPerDay * state.effort[rep] - lobbying - state.askedHours[rep]);
    // Nobody makes more entries than there are hours for.
    const entries = padding * paddingHours > hours ? hours / paddingHours : padding;
    hoursOfDay[rep] = Math.max(0, hours - entries * paddingHours) * state.capacity[rep];
    state.hoursOfTeam += hoursOfDay[rep];
    state.paddedOfTeam += entries * state.capacity[rep];
  }
}

/** Works on open opportunities, oldest first; returns the hours left. */
function advance(state: RunState, rep: number, day: number, hoursToday: number): number {
  const { opportunityHours, opportunityHoursPerDay, neglectDays } = state.company.world.sales;
  const { oppHours, oppNext, oppOpened } = state;
  let hours = hoursToday;
  let previous = -1;
  let o = state.workHead[rep];
  while (o >= 0) {
    const next = oppNext[o];
    let done = oppHours[o];
    if (hours > 0) {
      let x = opportunityHours - done;
      if (x > opportunityHoursPerDay) x = opportunityHoursPerDay;
      if (x > hours) x = hours;
      done += x;
      oppHours[o] = done;
      hours -= x;
    }
    const finished = done >= opportunityHours - 1e-9;
    const dead = !finished && day - oppOpened[o] > neglectDays;
    if (finished || dead) {
      if (state.oppOrigin[o] >= ORIGIN.own) state.month[REPORTED + COUNTER.ownHours] += done;
      if (previous < 0) state.workHead[rep] = next;
      else oppNext[previous] = next;
      if (next < 0) state.workTail[rep] = previous;
      if (finished) {
        oppNext[o] = -1;
        if (state.closeTail[rep] < 0) state.closeHead[rep] = o;
        else oppNext[state.closeTail[rep]] = o;
        state.closeTail[rep] = o;
      } else {
        state.month[REPORTED + COUNTER.decided] += 1;
        lose(state, rep, o);
        // What was opened before play is in no other term of the blame ledger.
        if (oppOpened[o] >= state.company.warmUpDays)
          state.blame[BLAME.workedBadly] += plainWinShareOf(state, state.oppFit[o], state.oppReadiness[o]);
      }
    } else previous = o;
    o = next;
  }
  return hours;
}

/** Decides the opportunities that are fully worked and old enough. */
function close(state: RunState, rep: number, day: number, minds: RepMind): void {
  const { sales } = state.company.world;
  let o = state.closeHead[rep];
  while (o >= 0 && state.oppOpened[o] + sales.cycleDays <= day) {
    const next = state.oppNext[o];
    state.closeHead[rep] = next;
    if (next < 0) state.closeTail[rep] = -1;
    state.month[REPORTED + COUNTER.decided] += 1;
    let chance = chooseLine(state, rep, o, day, winShareOf(state, o), minds);
    if (state.company.policy.expectedDeals) win(state, o, rep, chance);
    else {
      chance = gamble(state, rep, o, day, chance, minds);
      chance = promise(state, rep, o, day, chance, minds);
      const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownWin : PURPOSE.win;
      const u = uniform(state.market.luck, state.oppEntity[o], purpose);
      countLuck(state, (+(u < chance) - chance) * state.oppValue[o]);
      if (u < chance) {
        if (minds.holds && state.capacity[rep] > 0 && minds.wouldHold(state, rep, creditedUsd(state, o), day))
          holdBack(state, rep, o);
        else win(state, o, rep, 1);
      } else lose(state, rep, o);
    }
    o = next;
  }
}

/** Follows up leads, the most promising class first, newest first; returns the hours left. */
function followUp(state: RunState, rep: number, day: number, hoursToday: number, minds: RepMind): number {
  const { company, market, month } = state;
  const { sales, buyers } = company.world;
  const { classes } = company;
  // Leads that are not believed worth the hours are called in trial, or because sales is held to it.
  const leadPerOwn = state.inPlay ? minds.leadPerOwn : 1;
  const prospects = sales.prospectingHours > 0;
  const ownHours = prospects ? sales.prospectingHours / state.territory[rep] : 0;
  const mayTake = minds.takes && state.inPlay && day < minds.lastDay;
  const called = Math.max(sales.trialShare, company.world.governance.followUpShare);
  let hours = hoursToday;
  const { belief, stack } = state;
  const own = rep * classes;
  const team = company.seats * classes;
  for (;;) {
    let seen = -1;
    let trust = -1;
    for (let left = state.piled[rep]; left !== 0; left &= left - 1) {
      const c = 31 - Math.clz32(left & -left);
      const believed = belief[own + c] + belief[team + c];
      if (believed > trust) {
        trust = believed;
        seen = c;
      }
    }
    if (seen < 0) return hours;
    const i = stack[own + seen];
    const below = state.leadNext[i];
    stack[own + seen] = below;
    if (below < 0) state.piled[rep] &= ~(1 << seen);
    if (state.leadStatus[i] !== LEAD.waiting) continue;
    const age = day - market.dayOf(i);
    if (age > sales.dropAfterDays) continue;
    const fresh = state.company.freshness[age];
    if (prospects) {
      const chance =
        (trust * sales.readyOpportunityShare + (1 - trust) * sales.unreadyOpportunityShare) * fresh;
      const cost = sales.screeningHours + trust * sales.readyLeadHours + (1 - trust) * sales.unreadyLeadHours;
      if (chance * leadPerOwn * ownHours < cost) {
        if (uniform(market.luck, market.entity[i], PURPOSE.trial) >= called) {
          state.leadStatus[i] = LEAD.disbelieved;
          continue;
        }
      }
    }
    const ready = state.leadIsReady[i] === 1;
    const needed = sales.screeningHours + (ready ? sales.readyLeadHours : sales.unreadyLeadHours);
    state.leadStatus[i] = LEAD.followedUp;
    const relabelled = state.leadRelabelled[i] === 1;
    month[REPORTED + COUNTER.worked] += 1;
    if (!relabelled) month[TRUE + COUNTER.worked] += 1;
    if (ready) month[SOUND + COUNTER.worked] += 1;
    if (needed > hours) {
      state.debt[rep] += needed - hours;
      hours = 0;
    } else hours -= needed;
    learn(state, rep, state.leadClass[i], ready);
    const winShare = plainWinShareOfLead(state, i);
    const taken = ready && mayTake && takesLead(state, i, minds, fresh * winShare);
    if (ready) {
      if (!taken) month[REPORTED + COUNTER.accepted] += 1;
      if (!relabelled) month[TRUE + COUNTER.accepted] += 1;
      month[SOUND + COUNTER.accepted] += 1;
      const passedAge = state.leadPassedDay[i] - day + age;
      const potential = sales.readyOpportunityShare * winShare;
      state.blame[BLAME.potential] += potential;
      state.blame[BLAME.cooled] += potential * (state.company.freshness[passedAge] - fresh);
    } else {
      month[REPORTED + COUNTER.hoursWasted] += needed;
      state.blame[BLAME.unreadyWins] += sales.unreadyOpportunityShare * fresh * winShare;
    }
    const share = (ready ? sales.readyOpportunityShare : sales.unreadyOpportunityShare) * fresh;
    const converts = market.conversionDraw[i] < share;
    countLuck(state, (+converts - share) * soonWon(state, day, winShare) * sales.dealMeanUsd);
    if (converts) {
      const readiness = market.isJunk[i] === 1 ? buyers.readyBar - 5 : market.readiness[i];
      const value = dealValue(state, market.entity[i], PURPOSE.dealSize);
      const o = open(
        state,
        rep,
        day,
        market.entity[i],
        market.fit[i],
        readiness,
        ready,
        relabelled ? ORIGIN.relabelled : ORIGIN.qualified,
        age,
        value,
      );
      if (company.world.inside.reps > 0) month[REPORTED + COUNTER.meetingOpportunities] += 1;
      if (taken) take(state, o, relabelled);
    }
    if (!(hours > 0)) return 0;
  }
}

/**
 * Whether a rep rejects a good lead to enter it as found by themself, and gets away with it: an audit or a complaint of the month finds it out, where that can be sanctioned,
 * and then the rep pays and the lead stays marketing's.
 */
function takesLead(state: RunState, i: number, minds: RepMind, winShare: number): boolean {
  const { sales } = state.company.world;
  const { luck, entity } = state.market;
  const worth = minds.worthOfTaking(sales.readyOpportunityShare * winShare * sales.dealMeanUsd);
  if (!(worth > sales.takingUsd * exponentialFrom(uniform(luck, entity[i], PURPOSE.taking)))) return false;
  if (uniform(luck, entity[i], PURPOSE.takingFound) < minds.takingRisk) {
    state.tally[TALLY.repPay] -= sales.takingPenaltyUsd;
    return false;
  }
  state.month[REPORTED + COUNTER.takenLeads] += 1;
  return true;
}

/** Enters an opportunity out of marketing's leads as the rep's own: marketing's reported numbers lose it, and the true ones had it unless it was relabelled. */
function take(state: RunState, o: number, relabelled: boolean): void {
  const { month } = state;
  const value = state.oppValue[o];
  month[REPORTED + COUNTER.marketingOpportunities] -= 1;
  month[REPORTED + COUNTER.marketingPipelineUsd] -= value;
  month[REPORTED + COUNTER.effectiveness] -= 1 / state.company.world.marketing.campaignStandardShare;
  if (!relabelled) {
    month[REPORTED + COUNTER.takenOpportunities] += 1;
    month[REPORTED + COUNTER.takenPipelineUsd] += value;
  }
  state.oppOrigin[o] = relabelled ? ORIGIN.takenRelabelled : ORIGIN.taken;
  state.claims[state.claimTo++ % state.claims.length] = o;
}

/** Prospects with the hours left: opportunities come at a rate of one in `prospectingHours`, a Poisson process in hours worked. */
function prospect(state: RunState, rep: number, day: number, hours: number): void {
  const { sales, buyers } = state.company.world;
  const { luck } = state.market;
  state.prospecting[rep] += (hours * state.territory[rep]) / sales.prospectingHours;
  state.month[REPORTED + COUNTER.ownHours] += hours;
  const worth = soonWon(state, day, sales.winShare) * sales.dealMeanUsd;
  countLuck(state, (-worth * hours * state.territory[rep]) / sales.prospectingHours);
  while (state.prospecting[rep] >= state.prospectingGoal[rep]) {
    const entity = (rep << 14) | (state.prospects[rep]++ & 0x3fff);
    countLuck(state, worth);
    state.prospectingGoal[rep] += exponentialFrom(uniform(luck, entity, PURPOSE.prospecting));
    const fit = buyers.fitSd === 0 ? 0 : buyers.fitSd * normalQuantile(uniform(luck, entity, PURPOSE.ownFit));
    state.blame[BLAME.ownWins] += plainWinShareOf(state, fit, buyers.readyBar);
    open(
      state,
      rep,
      day,
      entity,
      fit,
      buyers.readyBar,
      true,
      ORIGIN.own,
      0,
      dealValue(state, entity, PURPOSE.ownDealSize),
    );
  }
}

/** Opens an opportunity in the rep's queue and counts it; returns its row. */
function open(
  state: RunState,
  rep: number,
  day: number,
  entity: number,
  fit: number,
  readiness: number,
  ready: boolean,
  origin: number,
  waitedDays: number,
  valueUsd: number,
): number {
  const o = state.newOpportunity();
  state.oppRep[o] = rep;
  state.oppOpened[o] = day;
  state.oppHours[o] = 0;
  state.oppValue[o] = valueUsd;
  state.oppFit[o] = fit;
  state.oppReadiness[o] = readiness;
  state.oppIsReady[o] = ready ? 1 : 0;
  state.oppOrigin[o] = origin;
  state.oppWait[o] = waitedDays;
  state.oppEntity[o] = entity;
  state.oppNext[o] = -1;
  if (state.workTail[rep] < 0) state.workHead[rep] = o;
  else state.oppNext[state.workTail[rep]] = o;
  state.workTail[rep] = o;
  countLuck(
    state,
    soonWon(state, day, winShareOf(state, o)) * (valueUsd - state.company.world.sales.dealMeanUsd),
  );
  const { month } = state;
  month[REPORTED + COUNTER.opportunities] += 1;
  month[REPORTED + COUNTER.pipelineUsd] += valueUsd;
  if (ready) {
    month[SOUND + COUNTER.opportunities] += 1;
    month[SOUND + COUNTER.pipelineUsd] += valueUsd;
  }
  if (origin === ORIGIN.own) {
    month[TRUE + COUNTER.opportunities] += 1;
    month[TRUE + COUNTER.pipelineUsd] += valueUsd;
    state.claims[state.claimTo++ % state.claims.length] = o;
    return o;
  }
  const effect = 1 / state.company.world.marketing.campaignStandardShare;
  month[REPORTED + COUNTER.marketingOpportunities] += 1;
  month[REPORTED + COUNTER.marketingPipelineUsd] += valueUsd;
  month[REPORTED + COUNTER.effectiveness] += effect;
  if (origin === ORIGIN.qualified) {
    month[TRUE + COUNTER.opportunities] += 1;
    month[TRUE + COUNTER.pipelineUsd] += valueUsd;
    month[TRUE + COUNTER.marketingOpportunities] += 1;
    month[TRUE + COUNTER.marketingPipelineUsd] += valueUsd;
    month[TRUE + COUNTER.effectiveness] += effect;
  }
  if (ready) {
    month[SOUND + COUNTER.marketingOpportunities] += 1;
    month[SOUND + COUNTER.marketingPipelineUsd] += valueUsd;
    month[SOUND + COUNTER.effectiveness] += effect;
  }
  return o;
}

/** Chance of a win that is still booked within the run. */
function soonWon(state: RunState, day: number, winShare: number): number {
  return day + state.company.world.sales.cycleDays < state.company.days ? winShare : 0;
}

/** List value of a deal: log-normal, or its mean when deals count at their expectation. */
function dealValue(state: RunState, entity: number, purpose: number): number {
  if (state.company.policy.expectedDeals) return state.company.world.sales.dealMeanUsd;
  return logNormalFrom(
    normalQuantile(uniform(state.market.luck, entity, purpose)),
    state.dealLogMean,
    state.dealLogSd,
  );
}
