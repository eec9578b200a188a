import { pow } from '../../../core/numeric/elementary.ts';
import { COUNTER } from '../counters.ts';
import { REPORTED, type RunState } from '../state.ts';
import { TALLY } from '../tallies.ts';
import { sumMonths } from './ledgers.ts';
import { closeSeat, openSeat } from './salesForce.ts';

/** Part of passed leads that nobody may come to before the board sees that sales has no time for more. */
const DROPPED_TOLERATED = 0.1;

/** Part of the selling hours under which own deals are too few to compare with. */
const TOO_FEW_OWN = 0.05;

/**
 * The board's review: money moves between marketing's programmes and sellers' chairs, as the company's rule has it. Nothing is lost on the way: marketing's money, chairs beyond the first ones at
 * what a seller on quota is paid, and what is saved up for the next chair always add up to what marketing had at first.
 *
 * `sales-is-king`: after a review period below the goal, marketing's money goes to further chairs. `outcome-based`: where sales has no time for more than a tenth
 * of what is passed, money goes to chairs. Otherwise the board compares what a dollar brought in deals from marketing's leads (programmes, media, and sellers' pay for the hours spent on them) with what it brought in the
 * sellers' own deals (pay for those hours), and moves money to the better side. Both are averages, and what is dropped may have been worth nothing: the rule can err.
 *
 * @param m month of play that has just closed, 0-based
 */
export function review(state: RunState, m: number): void {
  const { company, tally } = state;
  const { governance, sales, marketing } = company.world;
  const months = governance.budgetReviewMonths;
  if (governance.budgetRule === 'fixed' || (m + 1) % months !== 0) return;
  const over = (counter: number) => sumMonths(state, m, months, REPORTED, counter);
  const repPay = tally[TALLY.repPay] - state.repPayAtReview;
  state.repPayAtReview = tally[TALLY.repPay];
  const shift = governance.budgetShiftShare * marketing.budgetUsdPerMonth;
  const booked = over(COUNTER.bookingsUsd);
  if (governance.budgetRule === 'sales-is-king') {
    if (booked < (sales.annualGoalUsd * months) / 12) toSales(state, shift);
    return;
  }
  const ownShare = over(COUNTER.ownHours) / Math.max(1e-9, over(COUNTER.hoursWorked));
  const own = over(COUNTER.ownBookingsUsd);
  const perMarketingDollar = (booked - own) / (repPay * (1 - ownShare) + over(COUNTER.marketingSpendUsd));
  const perOwnDollar = own / (repPay * ownShare);
  const dropped = over(COUNTER.dropped);
  const noTime = dropped - over(COUNTER.disbelieved);
  const drops = noTime > DROPPED_TOLERATED * (dropped + over(COUNTER.worked));
  if (drops || ownShare < TOO_FEW_OWN || perOwnDollar > perMarketingDollar) toSales(state, shift);
  else toMarketing(state, shift);
}

function toSales(state: RunState, shiftUsd: number): void {
  const { company } = state;
  const { governance, marketing } = company.world;
  const least = governance.leastBudgetShare * marketing.budgetUsdPerMonth;
  const moved = Math.max(0, Math.min(shiftUsd, state.marketingUsd - least));
  state.marketingUsd -= moved;
  state.purseUsd += moved;
  state.wishUsd = 0;
  while (state.seats < company.seats && state.purseUsd >= company.seatUsdPerMonth * (1 - 1e-9)) {
    openSeat(state);
    state.purseUsd -= company.seatUsdPerMonth;
  }
  respond(state);
}

function toMarketing(state: RunState, shiftUsd: number): void {
  const { company } = state;
  // A wish smaller than a chair is remembered until the next review.
  let wanted = state.wishUsd + shiftUsd - state.purseUsd;
  state.marketingUsd += state.purseUsd;
  state.purseUsd = 0;
  while (wanted >= company.seatUsdPerMonth && state.seats > 1) {
    closeSeat(state);
    state.marketingUsd += company.seatUsdPerMonth;
    wanted -= company.seatUsdPerMonth;
  }
  state.wishUsd = Math.max(0, wanted);
  respond(state);
}

/** What marketing's money now does to visits. */
function respond(state: RunState): void {
  const { budgetUsdPerMonth, budgetElasticity } = state.company.world.marketing;
  if (!(budgetUsdPerMonth > 0) || budgetElasticity === 0) return;
  const share = state.marketingUsd / budgetUsdPerMonth;
  state.budgetResponse = share <= 0 ? 0 : pow(share, budgetElasticity);
}
