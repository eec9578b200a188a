import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { LEAD, ORIGIN, TRAIT } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import { REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { BLAME, TALLY } from '../tallies.ts';
import { creditedUsd, plainWinShareOfLead } from './chances.ts';

/**
 * A deal is won: booked to the rep, and the buyer becomes a customer who renews or leaves when the contract ends.
 *
 * @param weight 1, or the chance of winning when deals count at their expectation
 */
export function win(state: RunState, o: number, rep: number, weight: number): void {
  const { month, company } = state;
  const { customers, calendar } = company.world;
  const value = state.oppValue[o] * weight;
  month[REPORTED + COUNTER.wins] += weight;
  const traits = state.oppTraits[o];
  if ((traits & TRAIT.promised) > 0) month[REPORTED + COUNTER.promised] += weight;
  if ((traits & TRAIT.otherLine) > 0) {
    month[REPORTED + COUNTER.otherLineWins] += weight;
    month[REPORTED + COUNTER.otherLineUsd] += value;
  }
  month[REPORTED + COUNTER.bookingsUsd] += value;
  month[REPORTED + COUNTER.listUsd] += value;
  const credit = weight * creditedUsd(state, o);
  state.repBookings[rep] += credit;
  state.won += weight;
  state.customers += weight;
  if (state.oppOrigin[o] >= ORIGIN.own) {
    month[REPORTED + COUNTER.ownWins] += weight;
    month[REPORTED + COUNTER.ownBookingsUsd] += value;
    state.repOwnBookings[rep] += credit;
  }
  const satisfaction = satisfactionOf(state, o);
  if (satisfaction >= customers.referenceScore) state.references += weight;
  month[REPORTED + COUNTER.satisfactionSum] += weight * satisfaction;
  month[REPORTED + COUNTER.satisfactionWeight] += weight;
  if (state.inPlay) {
    state.repTotals[rep] += value;
    const { rateShare, churnClawbackShare = 0 } = company.repsPay.commissionTerms;
    state.oppBackUsd[o] = churnClawbackShare * rateShare * credit;
    state.newCustomers += weight;
    state.badFitWins += state.oppIsReady[o] === 0 ? weight : 0;
    const churn = churnOf(state, o);
    const margin =
      (traits & TRAIT.otherLine) > 0 ? company.world.lines.otherMarginShare : customers.marginShare;
    state.lifetimeValueUsd += (value * margin) / Math.max(churn, 0.02);
  }
  const dueMonth = Math.floor(state.day / calendar.daysPerMonth) + customers.contractMonths;
  if (dueMonth < state.renewalHead.length) {
    state.oppNext[o] = state.renewalHead[dueMonth];
    state.renewalHead[dueMonth] = o;
    state.oppWeight[o] = weight;
  }
}

/** Satisfaction of a customer, 0 to 100: fit and speed raise it, having been sold before being ready lowers it. */
function satisfactionOf(state: RunState, o: number): number {
  const { customers } = state.company.world;
  const score =
    customers.satisfactionScore +
    customers.satisfactionPerFit * state.oppFit[o] -
    (state.oppIsReady[o] === 0 ? customers.unreadySatisfactionLoss : 0) -
    customers.waitSatisfactionLoss * state.oppWait[o] -
    ((state.oppTraits[o] & TRAIT.promised) > 0 ? state.company.world.sales.promiseSatisfactionLoss : 0);
  return score < 0 ? 0 : score > 100 ? 100 : score;
}

/** Chance that a customer leaves when the contract ends. */
function churnOf(state: RunState, o: number): number {
  const { customers } = state.company.world;
  const base = state.oppIsReady[o] === 0 ? customers.unreadyChurnShare : customers.churnShare;
  const promised =
    (state.oppTraits[o] & TRAIT.promised) > 0 ? state.company.world.sales.promiseChurnShare : 0;
  const churn = base + promised - customers.churnSharePerFit * state.oppFit[o];
  return churn < 0 ? 0 : churn > 1 ? 1 : churn;
}

/** Month end: contracts that run out are renewed at their value, or the customer is lost. */
export function renew(state: RunState, monthIndex: number): void {
  const { company, market } = state;
  const { customers } = company.world;
  let o = state.renewalHead[monthIndex];
  while (o >= 0) {
    const next = state.oppNext[o];
    const churn = churnOf(state, o);
    const own = state.oppOrigin[o] === ORIGIN.own;
    const purpose = (own ? PURPOSE.ownRenewal : PURPOSE.renewal) | state.oppRenewals[o];
    const kept = company.policy.expectedDeals
      ? 1 - churn
      : uniform(market.luck, state.oppEntity[o], purpose) < churn
        ? 0
        : 1;
    const before = state.oppWeight[o];
    state.oppWeight[o] *= kept;
    state.oppRenewals[o]++;
    const stays = state.oppWeight[o];
    state.month[REPORTED + COUNTER.renewalDueUsd] += state.oppValue[o] * before;
    if (satisfactionOf(state, o) >= customers.referenceScore) {
      state.references -= before - stays;
      state.oppValue[o] *= 1 + customers.expansionShare;
    }
    state.month[REPORTED + COUNTER.renewalUsd] += state.oppValue[o] * stays;
    if (state.inPlay && (state.oppTraits[o] & TRAIT.otherLine) > 0)
      state.month[REPORTED + COUNTER.otherLineUsd] += state.oppValue[o] * stays;
    if (state.inPlay && state.oppRenewals[o] === 1 && before > stays)
      state.tally[TALLY.repPay] -= state.oppBackUsd[o] * (before - stays);
    if (state.inPlay) {
      state.renewalsDue += before;
      state.renewalsKept += stays;
      state.renewalUsd += state.oppValue[o] * stays;
    }
    state.month[REPORTED + COUNTER.renewalsDue] += before;
    state.month[REPORTED + COUNTER.renewalsKept] += stays;
    state.customers -= before - stays;
    const due = monthIndex + customers.contractMonths;
    if (stays > 0 && due < state.renewalHead.length) {
      state.oppNext[o] = state.renewalHead[due];
      state.renewalHead[due] = o;
    }
    o = next;
  }
}

/**
 * Leads that reach the age at which they are given up: those passed and never called are dropped; a ready inquirer whom nobody ever called thinks less of
 * the company.
 */
export function expire(state: RunState, day: number): void {
  const { market, month, company } = state;
  const { sales, customers } = company.world;
  const born = day - Math.floor(sales.dropAfterDays) - 1;
  if (born < 0) return;
  const end = market.dayStart[born + 1];
  const { leadStatus, leadIsReady, blame } = state;
  const unanswered = Math.max(0, customers.satisfactionScore - customers.unansweredSatisfactionLoss);
  // Listed without a branch, where the leads of the day were listed: who was never called is what no branch predictor can guess.
  const { today } = market;
  let uncalled = 0;
  for (let i = market.dayStart[born]; i < end; i++) {
    const status = leadStatus[i];
    today[uncalled] = i;
    uncalled += (leadIsReady[i] & +(status === LEAD.unqualified)) | +(status >> 1 === 1);
  }
  for (let n = 0; n < uncalled; n++) {
    const i = today[n];
    const status = leadStatus[i];
    // Waiting and not believed in, by number.
    const passed = status >> 1 === 1;
    const ready = leadIsReady[i] === 1;
    if (passed) {
      if (status === LEAD.disbelieved) month[REPORTED + COUNTER.disbelieved] += 1;
      leadStatus[i] = LEAD.dropped;
      month[REPORTED + COUNTER.dropped] += 1;
      if (state.leadRelabelled[i] === 0) month[TRUE + COUNTER.dropped] += 1;
      if (ready) month[SOUND + COUNTER.dropped] += 1;
    }
    if (!ready) continue;
    month[REPORTED + COUNTER.satisfactionSum] += unanswered;
    month[REPORTED + COUNTER.satisfactionWeight] += 1;
    const potential = sales.readyOpportunityShare * plainWinShareOfLead(state, i);
    blame[BLAME.potential] += potential;
    if (!passed) blame[BLAME.notPassed] += potential;
    else {
      const passedAge = state.leadPassedDay[i] - born;
      const cause = status === LEAD.disbelieved ? BLAME.notBelieved : BLAME.noTime;
      blame[cause] += potential * company.freshness[passedAge];
    }
  }
}
