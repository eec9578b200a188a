import type { Commission } from '../../../../model/plan.ts';
import { LINE } from '../../contract/labels.ts';
import { TALLY } from '../../contract/tallies.ts';
import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';

/** Win chance of a fully worked deal, given seller skill, sales training and collateral in use today. */
export function winShareOf(state: RunState, deal: number): number {
  const { deals, marketing, floor } = state;
  const plain = plainWinShareOf(state, deals.rows.fit[deal], deals.rows.readiness[deal]);
  const training = marketing.factors.now[FACTOR.win];
  const { products, buyers } = state.company.world;
  const skilled = plain * marketing.all.collateralLift * training * floor.seats.skill[deals.rows.seat[deal]];
  const sold = products.length > 0 ? skilled * products[deals.rows.product[deal]].chanceTimes : skilled;
  const { quarterEndShare } = buyers;
  const chance = quarterEndShare === 0 ? sold : sold * (1 + quarterEndShare * quarterAt(state));
  return chance > 1 ? 1 : chance;
}

/** Buyers' quarter-end pattern: 1 in a quarter's last month of play, -1/2 in the others; its mean is 0. */
function quarterAt({ company, day }: RunState): number {
  const month = Math.floor((day - company.warmUpDays) / company.world.calendar.daysPerMonth);
  return ((month % 3) + 3) % 3 === 2 ? 1 : -0.5;
}

/** Commission and quota credit of a deal, in dollars, under its current product line. */
export function creditedUsd(state: RunState, deal: number): number {
  const { company, deals } = state;
  const { line, valueUsd, seat } = deals.rows;
  const group = company.sellers[company.groupOfSeat[seat[deal]]];
  const isOther = (line[deal] & LINE.other) > 0;
  return isOther || group.hasCreditTerms ? creditUnder(group.terms, state, deal) : valueUsd[deal];
}

/** Credit of a deal under a commission's terms, in dollars. */
export function creditUnder(
  { otherLineCreditShare = 1, creditShare = 1, windfall }: Commission,
  { deals }: RunState,
  deal: number,
): number {
  const { line, valueUsd } = deals.rows;
  const isOther = (line[deal] & LINE.other) > 0;
  const usd =
    windfall !== undefined && valueUsd[deal] > windfall.aboveUsd ? windfall.creditUsd : valueUsd[deal];
  return usd * (isOther ? otherLineCreditShare : 1) * creditShare;
}

/**
 * Win chance without collateral or training, for an average seller. The blame ledger divides this chance, so
 * that its terms are comparable across days.
 */
export function plainWinShareOf({ company }: RunState, fit: number, readiness: number): number {
  const { sales } = company.world;
  const chance = sales.winShare + sales.winSharePerFit * fit + sales.winSharePerReadiness * readiness;
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/** How far the readiness of a junk lead lies below the bar for buying, in units of readiness. */
const JUNK_BELOW = 5;

/** Readiness to buy of the person behind a lead. */
export function readinessOfLead({ company, market }: RunState, lead: number): number {
  return market.isJunk[lead] === 1 ? company.world.buyers.readyBar - JUNK_BELOW : market.readiness[lead];
}

/** Plain win chance of a lead, once it is a fully worked opportunity. */
export function plainWinShareOfLead(state: RunState, lead: number): number {
  return plainWinShareOf(state, state.market.fit[lead], readinessOfLead(state, lead));
}

/**
 * Accumulates the luck in bookings: a draw less its expectation at the time, in dollars. A martingale: its
 * mean is 0, however people react to the draws.
 */
export function countLuck({ inPlay, books }: RunState, usd: number): void {
  if (inPlay) books.tally[TALLY.dealLuck] += usd;
}

/**
 * Probability of a win that is still booked within the run, for a deal of the usual cycle: a weight on luck
 * that is known before it is drawn.
 */
export function soonWon({ company }: RunState, day: number, winShare: number): number {
  return day + company.world.sales.cycleDays < company.days ? winShare : 0;
}
