import { COUNTER } from './counters.ts';
import { OUTCOME, type OutcomeId } from './outcomes.ts';
import { winShareOf } from './phases/chances.ts';
import { sumMonths } from './phases/ledgers.ts';
import { believedOf } from './phases/trust.ts';
import { COUNTER_COUNT, REPORTED, type RunState, SOUND, TRUE } from './state.ts';
import { BLAME, TALLY } from './tallies.ts';

/**
 * Reads a finished run's outcomes off its state. An outcome that is undefined for the run (cost per win without wins) is NaN here and counted as absent
 * by everything downstream.
 */
export function measureOutcomes(state: RunState, outcomes: Float64Array): void {
  const { company, tally, blame } = state;
  const { world } = company;
  const last = world.horizonMonths - 1;
  const all = world.horizonMonths;
  const sum = (counter: number, ledger = REPORTED) => sumMonths(state, last, all, ledger, counter);
  const set = (id: OutcomeId, value: number) => {
    outcomes[OUTCOME[id]] = value;
  };
  const ratio = (top: number, bottom: number) => (bottom > 0 ? top / bottom : NaN);
  // What sellers took out of marketing's numbers is missing from the reported ledger, and is not marketing's doing.
  const hollow = (counter: number, taken = 0) => {
    const reported = sum(counter);
    const gap = reported + taken - sum(counter, TRUE);
    // Dollars that were taken out and are added again leave the rounding of their sums behind.
    return gap > 1e-9 * reported ? gap / reported : 0;
  };

  const tail = (counter: number) => state.months[3 * COUNTER_COUNT * all + REPORTED + counter];
  const revenue = sum(COUNTER.bookingsUsd) + tail(COUNTER.bookingsUsd);
  const thinner = world.customers.marginShare - world.lines.otherMarginShare;
  const otherLine = sum(COUNTER.otherLineUsd) + tail(COUNTER.otherLineUsd);
  const newMargin = world.customers.marginShare * revenue - thinner * otherLine;
  const renewalMargin = world.customers.marginShare * state.renewalUsd;
  const directorPay = tally[TALLY.basePaid] + tally[TALLY.bonusPaid] - tally[TALLY.clawedBack];
  const spend = sum(COUNTER.marketingSpendUsd);
  const pay = directorPay + tally[TALLY.repPay] + tally[TALLY.insidePay] + tally[TALLY.managerPay];
  const turnover = tally[TALLY.replacementCost] + tally[TALLY.hiringCost];
  const costs = pay + spend + turnover;
  set('revenueUsd', revenue);
  set('newMarginUsd', newMargin);
  set('renewalMarginUsd', renewalMargin);
  set('marketingSpendUsd', spend);
  set('turnoverCostUsd', turnover);
  set('profitUsd', newMargin + renewalMargin - costs);
  set('renewalUsd', state.renewalUsd);
  set('pipelineLeftUsd', pipelineLeft(state));
  const hoursOf = (lever: string) =>
    company.tactics.find((tactic) => tactic.lever === lever)?.hoursPerMonth ?? 0;
  // Work that has no hours in a company is not part of it.
  set('trainingShare', hoursOf('sellerSkill') > 0 ? tally[TALLY.training] / all : NaN);
  set('customerDaysShare', hoursOf('customerInsight') > 0 ? tally[TALLY.customerDays] / all : NaN);
  set('dealLuckUsd', tally[TALLY.dealLuck]);
  set('winsCount', sum(COUNTER.wins));
  set('ownWinsShare', ratio(sum(COUNTER.ownWins), sum(COUNTER.wins)));
  const pieces = sum(COUNTER.piecesMade);
  set('collateralUnusedShare', ratio(pieces - sum(COUNTER.piecesUsed), pieces));
  set('bonusPaidUsd', tally[TALLY.bonusPaid]);
  set('bonusHollowUsd', tally[TALLY.bonusHollow]);
  set('clawedBackUsd', tally[TALLY.clawedBack]);
  const bonusDue = tally[TALLY.bonusMonths];
  set('wholeBonusMonthsShare', ratio(tally[TALLY.wholeBonusMonths], bonusDue));
  set('anyBonusMonthsShare', ratio(tally[TALLY.anyBonusMonths], bonusDue));
  set('directorPayUsd', directorPay);
  set(
    'directorNetUsd',
    directorPay -
      tally[TALLY.effortCost] -
      state.gamingEffortUsd -
      tally[TALLY.integrityCost] -
      tally[TALLY.penalty],
  );
  set('repPayUsd', tally[TALLY.repPay]);
  set('managerPayUsd', tally[TALLY.managerPay]);
  set('insidePayUsd', tally[TALLY.insidePay]);
  set('quotaAttainmentShare', ratio(tally[TALLY.bookedByFilled], tally[TALLY.quotaOfFilled]));
  set('repMonthsAtQuotaShare', ratio(tally[TALLY.quotaReached], tally[TALLY.quotaMonths]));
  set('bestFifthShare', bestFifth(state));
  set('teamMonthsMissedShare', tally[TALLY.teamMonthsMissed] / all);
  set('quartersMissedShare', ratio(tally[TALLY.quartersMissed], tally[TALLY.quarters]));
  set('annualGoalReachedShare', ratio(tally[TALLY.yearsReached], tally[TALLY.years]));
  set('sellingTimeWastedShare', ratio(sum(COUNTER.hoursWasted), sum(COUNTER.hoursWorked)));
  const fates = sum(COUNTER.dropped) + sum(COUNTER.worked) + sum(COUNTER.turnedDown);
  set('turnedDownShare', ratio(sum(COUNTER.turnedDown), fates));
  set('leadsDroppedShare', ratio(sum(COUNTER.dropped), fates));
  set('unreadyCalledShare', 1 - ratio(sum(COUNTER.worked, SOUND), sum(COUNTER.worked)));
  set('acceptedShare', ratio(sum(COUNTER.accepted), fates));
  set('rejectedNotReadyShare', ratio(sum(COUNTER.worked) - sum(COUNTER.accepted), fates));
  set('droppedNotBelievedShare', ratio(sum(COUNTER.disbelieved), fates));
  set('droppedNoTimeShare', ratio(sum(COUNTER.dropped) - sum(COUNTER.disbelieved), fates));
  set('hollowVisitsShare', hollow(COUNTER.visits));
  const visits = sum(COUNTER.visits);
  set('notHumanVisitsShare', ratio(visits - sum(COUNTER.visits, SOUND), visits));
  set('hollowLeadsShare', hollow(COUNTER.leads));
  set('hollowSqlsShare', hollow(COUNTER.sqls));
  set('hollowPipelineShare', hollow(COUNTER.marketingPipelineUsd, sum(COUNTER.takenPipelineUsd)));
  set('discountShare', ratio(sum(COUNTER.discountUsd), sum(COUNTER.listUsd)));
  set('pulledForwardShare', ratio(sum(COUNTER.pulledForward), sum(COUNTER.wins)));
  set('heldBackShare', ratio(sum(COUNTER.heldBack), sum(COUNTER.wins)));
  set('gambledShare', ratio(sum(COUNTER.gambled), sum(COUNTER.decided)));
  set('meetingsCount', sum(COUNTER.meetings));
  set('hollowMeetingsShare', hollow(COUNTER.meetings));
  set('paddedShare', hollow(COUNTER.activities));
  const asked = sum(COUNTER.openPipelineUsd) > 0;
  set('deadPipelineShare', hollow(COUNTER.openPipelineUsd));
  set('reviewedShare', asked ? ratio(sum(COUNTER.reviewed), sum(COUNTER.filledChairs)) : NaN);
  set('lobbiedShare', state.lobbiedShare);
  set('otherLineShare', ratio(sum(COUNTER.otherLineWins), sum(COUNTER.wins)));
  set('promisedShare', ratio(sum(COUNTER.promised), sum(COUNTER.wins)));
  set('takenShare', ratio(sum(COUNTER.takenLeads), sum(COUNTER.accepted, SOUND)));
  const asks = sum(COUNTER.forecastUsd) > 0;
  const booked = sum(COUNTER.bookingsUsd);
  set('forecastErrorShare', asks ? ratio(sum(COUNTER.forecastErrorUsd), booked) : NaN);
  set('forecastBiasShare', asks ? ratio(sum(COUNTER.forecastUsd) - booked, booked) : NaN);
  const sqls = sum(COUNTER.sqls);
  set('unreadySqlsShare', ratio(sqls - sum(COUNTER.sqls, SOUND), sqls));
  set('visitsCount', sum(COUNTER.visits));
  set('trueVisitsCount', sum(COUNTER.visits, TRUE));
  set('leadsCount', sum(COUNTER.leads));
  set('trueLeadsCount', sum(COUNTER.leads, TRUE));
  set('mqlsCount', sum(COUNTER.mqls));
  set('sqlsCount', sqls);
  set('acceptedCount', sum(COUNTER.accepted));
  set('opportunitiesCount', sum(COUNTER.opportunities));
  set('costPerWinUsd', ratio(costs, sum(COUNTER.wins)));
  set('marketShare', Math.min(1, state.customers / world.market.accounts));
  set('customerSatisfactionScore', ratio(sum(COUNTER.satisfactionSum), sum(COUNTER.satisfactionWeight)));
  set('churnShare', ratio(state.renewalsDue - state.renewalsKept, state.renewalsDue));
  set('netRetentionShare', ratio(sum(COUNTER.renewalUsd), sum(COUNTER.renewalDueUsd)));
  set('referenceShare', ratio(state.references, state.customers));
  set('customerLifetimeValueUsd', ratio(state.lifetimeValueUsd, state.newCustomers));
  let trust = 0;
  let sellers = 0;
  let skill = 0;
  for (let rep = 0; rep < company.seats; rep++) {
    if (state.capacity[rep] === 0) continue;
    sellers++;
    skill += state.repSkill[rep];
    trust += believedOf(state, rep);
  }
  set('trustShare', ratio(trust, sellers));
  set('sellersCount', tally[TALLY.seatMonths] / all);
  set('sellersAtEndCount', sellers);
  set('repTurnoverShare', ratio(tally[TALLY.repLeavers], tally[TALLY.seatMonths] / 12));
  set('repsDismissedCount', tally[TALLY.repsDismissed]);
  set('skillAtEndShare', ratio(skill, sellers));
  set('repEffortShare', ratio(tally[TALLY.repEffortSum], tally[TALLY.quotaMonths]));
  const exit = tally[TALLY.firstExitMonth];
  set('tenureMonths', exit > 0 ? exit : all);
  set('dismissedShare', exit > 0 ? 1 : 0);
  set('lostNeverPassedCount', blame[BLAME.notPassed]);
  set('lostPassedLateCount', blame[BLAME.passedLate]);
  set('lostNoTimeCount', blame[BLAME.noTime]);
  set('lostNotBelievedCount', blame[BLAME.notBelieved]);
  set('lostCooledCount', blame[BLAME.cooled]);
  set('lostWorkedBadlyCount', blame[BLAME.workedBadly]);
  set('readyWinsCount', blame[BLAME.potential]);
  set('unreadyWinsCount', blame[BLAME.unreadyWins]);
  set('ownWinsCount', blame[BLAME.ownWins]);
  const expected =
    blame[BLAME.potential] -
    blame[BLAME.notPassed] -
    blame[BLAME.passedLate] -
    blame[BLAME.noTime] -
    blame[BLAME.notBelieved] -
    blame[BLAME.cooled] -
    blame[BLAME.workedBadly] +
    blame[BLAME.unreadyWins] +
    blame[BLAME.ownWins];
  set('expectedWinsCount', expected);
  set('otherwiseWonCount', sum(COUNTER.wins) - expected);
}

/** Part of all bookings that the best fifth of the chairs brought; chairs that nobody ever sat in are none. */
function bestFifth({ repTotals, careers, company }: RunState): number {
  const sorted = repTotals.filter((_, seat) => seat < company.world.sales.reps || careers[seat] > 0).sort();
  let best = 0;
  let all = 0;
  const from = sorted.length - Math.max(1, Math.round(sorted.length / 5));
  for (let i = 0; i < sorted.length; i++) {
    all += sorted[i];
    if (i >= from) best += sorted[i];
  }
  return all > 0 ? best / all : NaN;
}

/** Expected value of the opportunities still open, in dollars. */
function pipelineLeft(state: RunState): number {
  let value = 0;
  for (let rep = 0; rep < state.company.seats; rep++) {
    for (const head of [state.workHead[rep], state.closeHead[rep]]) {
      for (let o = head; o >= 0; o = state.oppNext[o]) {
        value += winShareOf(state, o) * state.oppValue[o];
      }
    }
  }
  return value;
}
