import { pow } from '../../../../core/numeric/elementary.ts';
import { COUNTER, REPORTED } from '../../contract/counters.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { closeSeat, openSeat } from './salesForce.ts';

/** Share of passed leads that nobody may come to before the board sees that sales has no time for more. */
const DROPPED_TOLERATED = 0.1;
/** Share of the selling hours under which own deals are too few to compare with. */
const TOO_FEW_OWN = 0.05;
/** Rounding by which a purse may fall short of a chair. */
const ALMOST_A_CHAIR = 1 - 1e-9;

/**
 * The board's review: money moves between marketing's programmes and sellers' chairs, as the company's rule
 * has it. Nothing is lost on the way: marketing's money, chairs beyond the first ones at the pay of a seller
 * on quota, and what is saved for the next chair always add up to what marketing had at first.
 *
 * `sales-is-king`: after a review period below the goal, marketing's money goes to further chairs.
 * `outcome-based`: where sales has no time for more than a tenth of what is passed, money goes to chairs.
 * Otherwise the board compares what a dollar brought in deals from marketing's leads (programmes, media, and
 * sellers' pay for the hours spent on them) with what it brought in the sellers' own deals (pay for those
 * hours), and moves money to the better side. Both are averages, and what is dropped may have been worth
 * nothing: the rule can err.
 *
 * @param month month of play that has just closed, 0-based
 */
export function review(state: RunState, month: number): void {
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
    if (booked < (sales.annualGoalUsd * months) / 12) toSales(state, shift);
    return;
  }
  const ownShare = over(COUNTER.ownHours) / Math.max(1e-9, over(COUNTER.hoursWorked));
  const own = over(COUNTER.ownBookingsUsd);
  const perMarketingDollar = (booked - own) / (pay * (1 - ownShare) + over(COUNTER.marketingSpendUsd));
  const perOwnDollar = own / (pay * ownShare);
  const dropped = over(COUNTER.dropped + REPORTED);
  const noTime = dropped - over(COUNTER.disbelieved);
  const drops = noTime > DROPPED_TOLERATED * (dropped + over(COUNTER.worked + REPORTED));
  if (drops || ownShare < TOO_FEW_OWN || perOwnDollar > perMarketingDollar) toSales(state, shift);
  else toMarketing(state, shift);
}

function toSales(state: RunState, shiftUsd: number): void {
  const { company, marketing, floor } = state;
  const { all } = marketing;
  const least = company.world.governance.leastBudgetShare * company.world.marketing.budgetUsdPerMonth;
  const moved = Math.max(0, Math.min(shiftUsd, all.budgetUsd - least));
  all.budgetUsd -= moved;
  all.purseUsd += moved;
  all.wishUsd = 0;
  while (floor.all.seats < company.seats && all.purseUsd >= company.seatUsdPerMonth * ALMOST_A_CHAIR) {
    openSeat(state);
    all.purseUsd -= company.seatUsdPerMonth;
  }
  respond(state);
}

function toMarketing(state: RunState, shiftUsd: number): void {
  const { company, marketing, floor } = state;
  const { all } = marketing;
  // A wish smaller than a chair is remembered until the next review.
  let wanted = all.wishUsd + shiftUsd - all.purseUsd;
  all.budgetUsd += all.purseUsd;
  all.purseUsd = 0;
  while (wanted >= company.seatUsdPerMonth && floor.all.seats > 1) {
    closeSeat(state);
    all.budgetUsd += company.seatUsdPerMonth;
    wanted -= company.seatUsdPerMonth;
  }
  all.wishUsd = Math.max(0, wanted);
  respond(state);
}

/** What marketing's money now does to visits. */
function respond({ company, marketing }: RunState): void {
  const { budgetUsdPerMonth, budgetElasticity } = company.world.marketing;
  if (!(budgetUsdPerMonth > 0) || budgetElasticity === 0) return;
  const share = marketing.all.budgetUsd / budgetUsdPerMonth;
  marketing.all.budgetResponse = share <= 0 ? 0 : pow(share, budgetElasticity);
}
