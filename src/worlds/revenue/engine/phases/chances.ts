import { LINE } from '../../contract/labels.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';

/**
 * Chance that a deal is won once it is fully worked: with the seller who has it, as trained as sellers are,
 * and the collateral that is in use today.
 */
export function winShareOf(state: RunState, deal: number): number {
  const { deals, marketing, floor } = state;
  const plain = plainWinShareOf(state, deals.rows.fit[deal], deals.rows.readiness[deal]);
  const training = marketing.responses.value[RESPONSE.winChance];
  const chance = plain * marketing.all.collateralLift * training * floor.seats.skill[deals.rows.seat[deal]];
  return chance > 1 ? 1 : chance;
}

/** What a deal counts for commission and quota, in dollars, with the line that it is of so far. */
export function creditedUsd({ company, deals }: RunState, deal: number): number {
  const { line, valueUsd, seat } = deals.rows;
  if ((line[deal] & LINE.other) === 0) return valueUsd[deal];
  const { terms } = company.sellers[company.groupOfSeat[seat[deal]]];
  return valueUsd[deal] * (terms.otherLineCreditShare ?? 1);
}

/**
 * Chance of winning without collateral and for an average seller: what the blame ledger divides, so that its
 * terms are of one kind on every day.
 */
export function plainWinShareOf({ company }: RunState, fit: number, readiness: number): number {
  const { sales } = company.world;
  const chance = sales.winShare + sales.winSharePerFit * fit + sales.winSharePerReadiness * readiness;
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/** The same of a lead, once it is an opportunity that is fully worked. */
export function plainWinShareOfLead(state: RunState, lead: number): number {
  return plainWinShareOf(state, state.market.fit[lead], state.market.readiness[lead]);
}

/**
 * Adds to what luck brought of bookings: a draw less its expectation at the time, in dollars. The sum is 0 on
 * average whatever people do because of the draws.
 */
export function countLuck({ inPlay, books }: RunState, usd: number): void {
  if (inPlay) books.tally[TALLY.dealLuck] += usd;
}

/** Chance of a win that is still booked within the run. */
export function soonWon({ company }: RunState, day: number, winShare: number): number {
  return day + company.world.sales.cycleDays < company.days ? winShare : 0;
}
