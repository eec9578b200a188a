import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { TALLY } from '../../contract/tallies.ts';
import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';
import { baselineChurnOf, churnOf, satisfactionOf } from './churn.ts';
import { countMarginGap, hasLines, laterMarginOf, marginUsdOf, timesLater } from './contractWorth.ts';

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
  const { all, renewals } = customers;
  const { weight, renewals: times, valueUsd, next } = deals.rows;
  const numbers = company.world.customers;
  const before = weight[deal];
  if (inPlay) countRetention(state, deal, before);
  weight[deal] *= keptShare(state, deal);
  times[deal]++;
  const stays = weight[deal];
  const dueUsd = valueUsd[deal] * before;
  if (satisfactionOf(state, deal) >= numbers.referenceScore) {
    all.references -= before - stays;
    valueUsd[deal] *= 1 + numbers.expansionShare;
  }
  const keptUsd = valueUsd[deal] * stays;
  countRenewals(state, before, stays, dueUsd, keptUsd);
  if (inPlay) {
    if (hasLines(company.world)) countMarginGap(state, deal, keptUsd);
    // Commission is clawed back on the first contract only.
    if (times[deal] === 1 && before > stays)
      books.tally[TALLY.sellerPay] -= deals.rows.backUsd[deal] * (1 - stays / before);
  }
  const due = monthIndex + numbers.contractMonths;
  if (stays > 0 && due < renewals.head.length) {
    next[deal] = renewals.head[due];
    renewals.head[due] = deal;
  }
}

/** Books contracts that fell due and those renewed: numbers, and values in dollars. */
function countRenewals(
  { books, customers, inPlay }: RunState,
  due: number,
  kept: number,
  dueUsd: number,
  keptUsd: number,
): void {
  const { month } = books;
  const { all } = customers;
  month[COUNTER.renewalDueUsd] += dueUsd;
  month[COUNTER.renewalUsd] += keptUsd;
  month[COUNTER.renewalsDue] += due;
  month[COUNTER.renewalsKept] += kept;
  all.customers -= due - kept;
  if (!inPlay) return;
  all.renewalsDue += due;
  all.renewalsKept += kept;
  all.renewalUsd += keptUsd;
}

/** Counts the change in the expected value of a contract from retention work, relative to baseline work. */
function countRetention(state: RunState, deal: number, weight: number): void {
  const chance = baselineChurnOf(state, deal) - churnOf(state, deal);
  if (chance === 0) return;
  const usd = marginUsdOf(state, deal) + laterMarginOf(state, deal);
  state.books.tally[TALLY.keptMargin] += weight * chance * usd;
}

/**
 * Renews the contracts signed before the warm-up that are due in a month of play. The number renewed of n is
 * binomial, approximated by a normal variate with the same mean and variance, bounded by 0 and n.
 */
function renewOlder(state: RunState, monthOfPlay: number): void {
  const { company, customers, books, market, marketing } = state;
  const { usdEach, churnShare } = company.contractsBefore;
  const numbers = company.world.customers;
  const { number } = customers.older;
  const row = monthOfPlay % number.length;
  const due = number[row];
  if (!(due > 0)) return;
  const churn = Math.min(1, churnShare / marketing.factors.now[FACTOR.keep]);
  let stays = due * (1 - churn);
  if (!company.policy.expectedDeals) {
    const z = normalQuantile(uniform(market.luck, monthOfPlay, PURPOSE.oldRenewals));
    stays = Math.min(due, Math.max(0, stays + z * Math.sqrt(due * churn * (1 - churn))));
  }
  const later = timesLater((1 - churnShare) * company.termDiscount);
  books.tally[TALLY.keptMargin] += due * (churnShare - churn) * usdEach * numbers.marginShare * (1 + later);
  number[row] = stays;
  countRenewals(state, due, stays, due * usdEach, stays * usdEach);
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
