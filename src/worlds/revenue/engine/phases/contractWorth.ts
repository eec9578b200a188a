import type { Company } from '../../contract/company.ts';
import { LINE } from '../../contract/labels.ts';
import type { RunState } from '../state/state.ts';
import { satisfactionOf, usualChurnOf } from './churn.ts';

/** Largest share of a contract's margin that is expected to return in the next term, discounted. */
const MOST_KEPT = 0.98;

/** Gross margin share of a deal's product line. */
function marginOf({ company, deals }: RunState, deal: number): number {
  const { lines, customers } = company.world;
  return (deals.rows.line[deal] & LINE.other) > 0 ? lines.otherMarginShare : customers.marginShare;
}

/**
 * Expected discounted margin of a contract's renewals, in dollars, at the usual retention work: the term
 * being signed is not in it.
 *
 * Formula: value x margin x k / (1 - k), k = (1 - churn) (1 + growth of a reference) x discount of a term.
 */
export function laterMarginOf(state: RunState, deal: number): number {
  const satisfaction = satisfactionOf(state, deal);
  return marginUsdOf(state, deal) * timesLaterOf(state.company, usualChurnOf(state, deal), satisfaction);
}

/** Gross margin of a term of a contract, in dollars. */
export function marginUsdOf(state: RunState, deal: number): number {
  return state.deals.rows.valueUsd[deal] * marginOf(state, deal);
}

/** Later margin as a multiple of a term's, by churn and satisfaction. */
export function timesLaterOf({ world, termDiscount }: Company, churn: number, satisfaction: number): number {
  const { referenceScore, expansionShare } = world.customers;
  const growth = satisfaction >= referenceScore ? 1 + expansionShare : 1;
  return timesLater((1 - churn) * growth * termDiscount);
}

/** k / (1 - k), bounded. */
export function timesLater(kept: number): number {
  const k = kept < MOST_KEPT ? kept : MOST_KEPT;
  return k / (1 - k);
}
