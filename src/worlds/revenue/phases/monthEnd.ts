import { exp } from '../../../core/numeric/elementary.ts';
import { payoutAt } from '../../../plans/payoutCurve.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { discoveryRate } from '../discoveryRate.ts';
import { PURPOSE } from '../purposes.ts';
import { COUNTER_COUNT, REPORTED, type RunState, SOUND, TRUE } from '../state.ts';
import { TALLY } from '../tallies.ts';
import { review } from './budget.ts';
import { metricOver, sumMonths } from './ledgers.ts';
import { fullQuotaOf, moveSellers } from './salesForce.ts';

/** Counters that have one ledger only: the same in all three. */
const SINGLE = [
  COUNTER.disbelieved,
  COUNTER.wins,
  COUNTER.decided,
  COUNTER.bookingsUsd,
  COUNTER.quotaUsd,
  COUNTER.hoursWorked,
  COUNTER.hoursWasted,
  COUNTER.hoursAvailable,
  COUNTER.marketingSpendUsd,
  COUNTER.commissionUsd,
  COUNTER.satisfactionSum,
  COUNTER.satisfactionWeight,
  COUNTER.listUsd,
  COUNTER.discountUsd,
  COUNTER.pulledForward,
  COUNTER.heldBack,
  COUNTER.forecastUsd,
  COUNTER.forecastErrorUsd,
  COUNTER.gambled,
  COUNTER.renewalsDue,
  COUNTER.renewalsKept,
  COUNTER.piecesMade,
  COUNTER.piecesUsed,
  COUNTER.ownWins,
  COUNTER.ownBookingsUsd,
  COUNTER.ownHours,
  COUNTER.renewalDueUsd,
  COUNTER.renewalUsd,
  COUNTER.references,
  COUNTER.customers,
  COUNTER.filledChairs,
  COUNTER.reviewed,
  COUNTER.takenLeads,
  COUNTER.takenOpportunities,
  COUNTER.takenPipelineUsd,
  COUNTER.turnedDown,
  COUNTER.promised,
  COUNTER.otherLineWins,
  COUNTER.otherLineUsd,
  COUNTER.meetingOpportunities,
];

/** Months that a seller's record of attainment remembers. */
const RECORD_MONTHS = 6;

/** No quota falls below this part of the one that the scenario sets. */
const LEAST_QUOTA_SHARE = 0.1;

/**
 * Phase 6: the month closes. Reps get salary and commission, metrics close, components that fall due are paid on the reported ledger, and what the true
 * ledger would have paid is noted beside it.
 *
 * @param m month of play, 0-based; negative in the warm-up, when nothing is paid
 */
export function closeMonth(state: RunState, m: number): void {
  const { company, month, tally } = state;
  const { world } = company;
  const { quotaRatchetShare } = world.sales;
  const { seats } = company;
  const { forecastMenu, ownDealExtraShare = 0 } = company.repsPay.commissionTerms;
  const forecasts = forecastMenu !== undefined;
  let teamQuota = 0;
  let credited = 0;
  let filled = 0;
  let commission = 0;
  for (let rep = 0; rep < seats; rep++) {
    const booked = state.repBookings[rep];
    const quota = state.capacity[rep] > 0 ? state.repQuota[rep] : 0;
    commission +=
      payoutAt(state.repPay.curveOf(state, rep), booked) + ownDealExtraShare * state.repOwnBookings[rep];
    teamQuota += quota;
    credited += booked;
    // Nobody sits there: what others signed is paid to them and counts for the team.
    if (quota === 0) continue;
    filled++;
    if (m >= 0) {
      tally[TALLY.bookedByFilled] += booked;
      tally[TALLY.quotaOfFilled] += quota;
      tally[TALLY.quotaReached] += booked >= quota ? 1 : 0;
      tally[TALLY.quotaMonths] += 1;
      tally[TALLY.repEffortSum] += state.effort[rep];
      if (state.capacity[rep] === 1)
        state.record[rep] += (booked / quota - state.record[rep]) / RECORD_MONTHS;
    }
    if (m >= 0 && forecasts) {
      month[REPORTED + COUNTER.forecastUsd] += state.repForecast[rep];
      month[REPORTED + COUNTER.forecastErrorUsd] += Math.abs(booked - state.repForecast[rep]);
    }
    if (m >= 0 && quotaRatchetShare > 0 && state.capacity[rep] === 1)
      state.repQuota[rep] = Math.max(
        LEAST_QUOTA_SHARE * fullQuotaOf(state, rep),
        quota + quotaRatchetShare * (booked - quota),
      );
  }
  state.repBookings.fill(0);
  state.repOwnBookings.fill(0);
  month[REPORTED + COUNTER.quotaUsd] = teamQuota;
  month[REPORTED + COUNTER.commissionUsd] = commission;
  month[REPORTED + COUNTER.marketingSpendUsd] += state.marketingUsd;
  month[REPORTED + COUNTER.references] = state.references;
  month[REPORTED + COUNTER.customers] = state.customers;
  month[REPORTED + COUNTER.filledChairs] = filled;
  for (const c of SINGLE) month[TRUE + c] = month[SOUND + c] = month[REPORTED + c];
  if (m >= 0) {
    state.months.set(month, m * 3 * COUNTER_COUNT);
    const entries =
      (company.repsPay.commissionTerms.perActivityUsd ?? 0) * month[REPORTED + COUNTER.activities];
    tally[TALLY.repPay] += commission + entries + filled * company.repsPay.baseUsdPerMonth;
    noteWork(state);
    tally[TALLY.insidePay] += insidePay(state);
    tally[TALLY.managerPay] +=
      company.manager.baseUsdPerMonth + company.manager.rateShare * month[REPORTED + COUNTER.bookingsUsd];
    tally[TALLY.seatMonths] += filled;
    tally[TALLY.teamMonthsMissed] += credited < teamQuota ? 1 : 0;
    closeGoals(state, m);
    payDirector(state, m);
    discover(state, m);
    if (state.employed && m + 2 === world.governance.replacementMonth && m + 1 < world.horizonMonths)
      dismiss(state, m);
    if (!state.employed && m + 1 >= state.vacantUntilMonth) replace(state, m + 1);
  }
  // After the last month nobody is hired for what nobody will do.
  if (m < world.horizonMonths - 1) {
    if (company.sellersMove) moveSellers(state, m);
    if (m >= 0) review(state, m);
  }
  month.fill(0);
  state.units.fill(0);
  state.claimFrom = state.claimTo;
  state.relabelHead.fill(-1);
  state.filedTo = state.market.dayStart[state.day + 1];
}

/** Adds up how much of marketing's work no count shows. */
function noteWork({ company, level, tally }: RunState): void {
  for (let k = 0; k < company.tactics.length; k++) {
    const { lever } = company.tactics[k];
    if (lever === 'sellerSkill') tally[TALLY.training] += level[k];
    else if (lever === 'customerInsight') tally[TALLY.customerDays] += level[k];
  }
}

/** What inside sales is paid for the month, in dollars. */
function insidePay({ company, month }: RunState): number {
  const { baseUsdPerMonth, perMeetingUsd, perOpportunityUsd } = company.inside;
  const { reps } = company.world.inside;
  if (reps === 0) return 0;
  return (
    reps * baseUsdPerMonth +
    perMeetingUsd * month[REPORTED + COUNTER.meetings] +
    perOpportunityUsd * month[REPORTED + COUNTER.meetingOpportunities]
  );
}

/** A stretch of the days after the last month ends: what happened is kept apart, since it belongs to no month. */
export function closeTail(state: RunState): void {
  const { months, month } = state;
  const at = months.length - month.length;
  for (let i = 0; i < month.length; i++) months[at + i] += month[i];
  month.fill(0);
}

function closeGoals(state: RunState, m: number): void {
  const { tally } = state;
  const goal = state.company.world.sales.annualGoalUsd;
  if ((m + 1) % 3 === 0) {
    tally[TALLY.quarters] += 1;
    if (sumMonths(state, m, 3, REPORTED, COUNTER.bookingsUsd) < goal / 4) {
      tally[TALLY.quartersMissed] += 1;
      const risk = state.company.world.governance.missedGoalDismissalRate;
      if (state.employed && risk > 0 && uniform(state.market.luck, m, PURPOSE.missedGoal) < risk)
        dismiss(state, m);
    }
  }
  if ((m + 1) % 12 === 0) {
    tally[TALLY.years] += 1;
    tally[TALLY.yearsReached] += sumMonths(state, m, 12, REPORTED, COUNTER.bookingsUsd) >= goal ? 1 : 0;
  }
}

/** Salary, and every component whose period ends; a share may be held back, and is paid later to those still there. */
function payDirector(state: RunState, m: number): void {
  const { company, tally } = state;
  const pay = company.directorPay;
  const late = state.deferredUsd[m];
  if (late > 0 && state.employed) tally[TALLY.bonusPaid] += late;
  if (!state.employed || company.director === undefined) return;
  tally[TALLY.basePaid] += pay.baseUsdPerMonth;
  let due = false;
  let earned = 0;
  let honest = 0;
  let target = 0;
  for (const component of pay.components) {
    if ((m + 1) % component.months !== 0) continue;
    due = true;
    target += component.targetUsd;
    earned += componentPay(state, m, component, REPORTED);
    honest += componentPay(state, m, component, TRUE);
  }
  if (!due) return;
  tally[TALLY.bonusMonths] += 1;
  tally[TALLY.wholeBonusMonths] += earned >= target - 1e-6 && earned > 0 ? 1 : 0;
  tally[TALLY.anyBonusMonths] += earned > 1e-6 ? 1 : 0;
  tally[TALLY.bonusEarned] += earned;
  const held = pay.deferralMonths > 0 ? earned * pay.deferredShare : 0;
  if (held > 0) state.deferredUsd[m + pay.deferralMonths] += held;
  tally[TALLY.bonusPaid] += earned - held;
  const hollow = Math.max(0, earned - honest);
  tally[TALLY.bonusHollow] += hollow;
  state.hollowBonus[m] = hollow;
}

function componentPay(
  state: RunState,
  m: number,
  component: RunState['company']['directorPay']['components'][number],
  ledger: number,
): number {
  for (const gate of component.gates) {
    if ((metricOver(state, m, component.months, ledger, gate) - gate.level) * gate.sign < 0) return 0;
  }
  return payoutAt(component.curve, metricOver(state, m, component.months, ledger, component));
}

/**
 * Phase 5: audits and sales' complaints find gaming with a chance that grows with its scale.
 *
 * Formula: chance = 1 - exp(-scale (audit rate + transparency x complaint rate)), scale = sum of units x severity over the tactics that can be sanctioned.
 * Fabrication always can; stretching only against a definition that both sides agreed to.
 */
function discover(state: RunState, m: number): void {
  const { company, tally } = state;
  const { governance } = company.world;
  let scale = 0;
  let anyScale = 0;
  for (let k = 0; k < company.tactics.length; k++) {
    const tactic = company.tactics[k];
    if (tactic.productive || state.units[k] === 0) continue;
    anyScale += state.units[k] * tactic.severity;
    if (tactic.definition.fabricates || company.canSanctionStretching)
      scale += state.units[k] * tactic.severity;
  }
  if (anyScale > 0 && company.director !== undefined) {
    tally[TALLY.integrityCost] += state.integrityUsd * (company.director.integrityFixedShare + anyScale);
  }
  if (!state.employed || scale === 0) return;
  const hazard = discoveryRate(governance) * scale;
  if (uniform(state.market.luck, m, PURPOSE.discovery) >= 1 - exp(-hazard)) return;
  tally[TALLY.discoveries] += 1;
  tally[TALLY.penalty] += governance.penaltyUsd;
  const { clawbackMonths, clawbackShare } = company.directorPay;
  for (let i = Math.max(state.hiredMonth, m - clawbackMonths + 1); i <= m && clawbackMonths > 0; i++) {
    tally[TALLY.clawedBack] += state.hollowBonus[i] * clawbackShare;
    state.hollowBonus[i] = 0;
  }
  if (uniform(state.market.luck, m, PURPOSE.dismissal) < governance.dismissalShare) dismiss(state, m);
}

function dismiss(state: RunState, m: number): void {
  const { tally } = state;
  state.employed = false;
  state.vacantUntilMonth = m + 1 + state.company.world.marketing.vacancyMonths;
  if (state.incumbent === 0) tally[TALLY.firstExitMonth] = m + 1;
  tally[TALLY.dismissals] += 1;
  tally[TALLY.replacementCost] += state.company.world.governance.replacementCostUsd;
  state.deferredUsd.fill(0);
}

/** The chair is filled by somebody else: same plan, own integrity. */
function replace(state: RunState, month: number): void {
  state.employed = true;
  state.incumbent += 1;
  state.hiredMonth = month;
}
