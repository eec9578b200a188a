import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { LINE, ORIGIN } from '../../contract/labels.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { churnOf, satisfactionOf, usualChurnOf } from './churn.ts';
import { laterMarginOf, marginUsdOf, timesLater } from './contractWorth.ts';

/**
 * Month end: expiring contracts renew, or the customer churns. Contracts of reference customers grow by
 * `expansionShare`.
 */
export function renew(state: RunState, monthIndex: number): void {
  const { deals, customers } = state;
  const { head } = customers.renewals;
  for (let deal = head[monthIndex]; deal >= 0; ) {
    const next = deals.rows.next[deal];
    renewOne(state, deal, monthIndex);
    deal = next;
  }
  if (state.inPlay) renewOlder(state, state.monthOfPlay);
}

function renewOne(state: RunState, deal: number, monthIndex: number): void {
  const { company, deals, customers, books, inPlay } = state;
  const { month } = books;
  const { all, renewals } = customers;
  const { weight, renewals: times, valueUsd, line, next } = deals.rows;
  const numbers = company.world.customers;
  const before = weight[deal];
  if (inPlay) countKept(state, deal, before);
  weight[deal] *= keptShare(state, deal);
  times[deal]++;
  const stays = weight[deal];
  month[COUNTER.renewalDueUsd] += valueUsd[deal] * before;
  if (satisfactionOf(state, deal) >= numbers.referenceScore) {
    all.references -= before - stays;
    valueUsd[deal] *= 1 + numbers.expansionShare;
  }
  month[COUNTER.renewalUsd] += valueUsd[deal] * stays;
  if (inPlay) {
    if ((line[deal] & LINE.other) > 0) month[COUNTER.otherLineUsd] += valueUsd[deal] * stays;
    // Commission is clawed back on the first contract only.
    if (times[deal] === 1 && before > stays)
      books.tally[TALLY.sellerPay] -= deals.rows.backUsd[deal] * (1 - stays / before);
    all.renewalsDue += before;
    all.renewalsKept += stays;
    all.renewalUsd += valueUsd[deal] * stays;
  }
  month[COUNTER.renewalsDue] += before;
  month[COUNTER.renewalsKept] += stays;
  all.customers -= before - stays;
  const due = monthIndex + numbers.contractMonths;
  if (stays > 0 && due < renewals.head.length) {
    next[deal] = renewals.head[due];
    renewals.head[due] = deal;
  }
}

/** What today's retention work adds to a contract's value, against the usual work. */
function countKept(state: RunState, deal: number, weight: number): void {
  const chance = usualChurnOf(state, deal) - churnOf(state, deal);
  if (chance === 0) return;
  const usd = marginUsdOf(state, deal) + laterMarginOf(state, deal);
  state.books.tally[TALLY.keptMargin] += weight * chance * usd;
}

/**
 * The same for the contracts signed before the warm-up: of n alike, the number that stays is binomial, here
 * as a normal variate with its mean and variance.
 */
function renewOlder(state: RunState, monthOfPlay: number): void {
  const { company, customers, books, market, marketing } = state;
  const { usdEach, churnShare } = company.contractsBefore;
  const numbers = company.world.customers;
  const { number } = customers.older;
  const row = monthOfPlay % number.length;
  const due = number[row];
  if (!(due > 0)) return;
  const { month } = books;
  const churn = Math.min(1, churnShare / marketing.responses.value[RESPONSE.retention]);
  let stays = due * (1 - churn);
  if (!company.policy.expectedDeals) {
    const z = normalQuantile(uniform(market.luck, monthOfPlay, PURPOSE.oldRenewals));
    stays = Math.min(due, Math.max(0, stays + z * Math.sqrt(due * churn * (1 - churn))));
  }
  const later = timesLater((1 - churnShare) * company.termDiscount);
  books.tally[TALLY.keptMargin] += due * (churnShare - churn) * usdEach * numbers.marginShare * (1 + later);
  number[row] = stays;
  month[COUNTER.renewalDueUsd] += due * usdEach;
  month[COUNTER.renewalUsd] += stays * usdEach;
  month[COUNTER.renewalsDue] += due;
  month[COUNTER.renewalsKept] += stays;
  customers.all.renewalsDue += due;
  customers.all.renewalsKept += stays;
  customers.all.renewalUsd += stays * usdEach;
  customers.all.customers -= due - stays;
}

/** 1 if the customer stays, 0 if not; the retention probability when deals count at expected value. */
function keptShare(state: RunState, deal: number): number {
  const { company, market, deals } = state;
  const { origin, renewals, entity } = deals.rows;
  const churn = churnOf(state, deal);
  if (company.policy.expectedDeals) return 1 - churn;
  const purpose = (origin[deal] === ORIGIN.own ? PURPOSE.ownRenewal : PURPOSE.renewal) | renewals[deal];
  return uniform(market.luck, entity[deal], purpose) < churn ? 0 : 1;
}
