import { pow } from '../../../../core/numeric/elementary.ts';
import { COUNTER, REPORTED } from '../../contract/counters.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { SellersPlan } from '../planInForce.ts';
import type { RunState } from '../state/state.ts';
import { closeSeat, openSeat } from './salesForce.ts';

/** Share of passed leads dropped for lack of time above which the board sees sales as understaffed. */
const DROPPED_TOLERATED = 0.1;
/** Share of selling hours below which self-sourced deals are too few to compare with. */
const TOO_FEW_OWN = 0.05;
/** Rounding tolerance when savings are compared with the cost of a position. */
const ALMOST_A_CHAIR = 1 - 1e-9;

/**
 * Budget review by the board: moves money between marketing's programmes and sales positions, by the
 * company's rule. Money is conserved. Three amounts always add up to marketing's initial budget: its budget,
 * positions beyond the initial ones (less those closed) at the pay of a seller on quota, and savings for the
 * next position.
 *
 * `sales-is-king`: after a review period below goal, marketing's money pays for further positions.
 * `outcome-based`: if sales has no time for more than a tenth of passed leads, or sellers hardly source deals
 * themselves, money goes to positions. Otherwise the board compares two returns per dollar: that on
 * marketing's leads (cost: programmes, media, and sellers' pay for the hours spent on them) and that on
 * self-sourced deals (cost: pay for those hours). It moves money to the better side. Both are average
 * returns, and dropped leads may have been worthless: the rule can err.
 *
 * @param month month of play that has just closed, 0-based
 * @param plan pay of sales positions, settled when one opens or closes, and what it is worth to applicants
 */
export function review(state: RunState, month: number, plan: SellersPlan): void {
  const { company, books, marketing } = state;
  const { governance, sales } = company.world;
  const months = governance.budgetReviewMonths;
  if (governance.budgetRule === 'fixed' || (month + 1) % months !== 0) return;
  const over = (slot: number) => books.sumMonths(month, months, slot);
  const pay = books.tally[TALLY.sellerPay] - marketing.all.payAtReview;
  marketing.all.payAtReview = books.tally[TALLY.sellerPay];
  const shift = governance.budgetShiftShare * company.world.marketing.budgetUsdPerMonth;
  const booked = over(COUNTER.bookingsUsd);
  if (governance.budgetRule === 'sales-is-king') {
    if (booked < (sales.annualGoalUsd * months) / 12) toSales(state, shift, month, plan);
    return;
  }
  const ownShare = over(COUNTER.ownHours) / Math.max(1e-9, over(COUNTER.hoursWorked));
  const own = over(COUNTER.ownBookingsUsd);
  const perMarketingDollar = (booked - own) / (pay * (1 - ownShare) + over(COUNTER.marketingSpendUsd));
  const perOwnDollar = own / (pay * ownShare);
  const dropped = over(COUNTER.dropped + REPORTED);
  const noTime = dropped - over(COUNTER.disbelieved);
  const drops = noTime > DROPPED_TOLERATED * (dropped + over(COUNTER.worked + REPORTED));
  if (drops || ownShare < TOO_FEW_OWN || perOwnDollar > perMarketingDollar)
    toSales(state, shift, month, plan);
  else toMarketing(state, shift, month, plan);
}

function toSales(state: RunState, shiftUsd: number, month: number, plan: SellersPlan): void {
  const { company, marketing, floor } = state;
  const { all } = marketing;
  const least = company.world.governance.leastBudgetShare * company.world.marketing.budgetUsdPerMonth;
  const moved = Math.max(0, Math.min(shiftUsd, all.budgetUsd - least));
  all.budgetUsd -= moved;
  all.purseUsd += moved;
  all.wishUsd = 0;
  while (floor.all.seats < company.seats && all.purseUsd >= company.seatUsdPerMonth * ALMOST_A_CHAIR) {
    openSeat(state, month, plan);
    all.purseUsd -= company.seatUsdPerMonth;
  }
  respond(state);
}

function toMarketing(state: RunState, shiftUsd: number, month: number, plan: SellersPlan): void {
  const { company, marketing, floor } = state;
  const { all } = marketing;
  // A shift smaller than one position is carried over to the next review.
  let wanted = all.wishUsd + shiftUsd - all.purseUsd;
  all.budgetUsd += all.purseUsd;
  all.purseUsd = 0;
  while (wanted >= company.seatUsdPerMonth && floor.all.seats > 1) {
    closeSeat(state, month, plan.payroll.accounts);
    all.budgetUsd += company.seatUsdPerMonth;
    wanted -= company.seatUsdPerMonth;
  }
  all.wishUsd = Math.max(0, wanted);
  respond(state);
}

/** Updates the response of visits to marketing's budget. */
function respond({ company, marketing }: RunState): void {
  const { budgetUsdPerMonth, budgetElasticity } = company.world.marketing;
  if (!(budgetUsdPerMonth > 0) || budgetElasticity === 0) return;
  const share = marketing.all.budgetUsd / budgetUsdPerMonth;
  marketing.all.budgetResponse = share <= 0 ? 0 : pow(share, budgetElasticity);
}
