import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { LINE } from '../../contract/labels.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import type { RunState } from '../state/state.ts';
import { baselineChurnOf, satisfactionOf } from './churn.ts';
import { marginTimesOf } from './dealTraits.ts';

/** Upper bound on the discounted share of a term's margin expected from the next term. */
const MOST_KEPT = 0.98;

/** Gross margin share of a deal's product line. */
function marginOf(state: RunState, deal: number): number {
  const { company, deals } = state;
  const { lines, customers } = company.world;
  if ((deals.rows.line[deal] & LINE.other) > 0) return lines.otherMarginShare;
  return customers.marginShare * marginTimesOf(state, deal);
}

/**
 * Expected discounted margin of a contract's renewals, in dollars, at baseline retention work; without the
 * first term.
 *
 * Formula: value x margin x k / (1 - k), k = (1 - churn) (1 + growth of a reference) x discount of a term.
 */
export function laterMarginOf(state: RunState, deal: number): number {
  const satisfaction = satisfactionOf(state, deal);
  return marginUsdOf(state, deal) * timesLaterOf(state.company, baselineChurnOf(state, deal), satisfaction);
}

/** Whether contracts can differ in margin. */
export function hasLines({ lines, products }: RevenueWorld): boolean {
  return lines.otherShare > 0 || products.length > 0;
}

/** Counts by how much the gross margin of a sum under a contract falls short of `marginShare` of it. */
export function countMarginGap(state: RunState, deal: number, usd: number): void {
  const { customers } = state.company.world;
  state.books.month[COUNTER.marginGapUsd] += usd * (customers.marginShare - marginOf(state, deal));
}

/** Gross margin of a term of a contract, in dollars. */
export function marginUsdOf(state: RunState, deal: number): number {
  return state.deals.rows.valueUsd[deal] * marginOf(state, deal);
}

/** Expected renewal margin as a multiple of a term's margin. */
export function timesLaterOf({ world, termDiscount }: Company, churn: number, satisfaction: number): number {
  const { referenceScore, expansionShare } = world.customers;
  const growth = satisfaction >= referenceScore ? 1 + expansionShare : 1;
  return timesLater((1 - churn) * growth * termDiscount);
}

/** Sum of k + k^2 + ..., with k bounded: k / (1 - k). */
export function timesLater(kept: number): number {
  const k = kept < MOST_KEPT ? kept : MOST_KEPT;
  return k / (1 - k);
}
