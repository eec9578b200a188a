import { TRAIT } from '../labels.ts';
import type { RunState } from '../state.ts';
import { TALLY } from '../tallies.ts';

/** Chance that opportunity o is won once it is fully worked, with the seller who has it, as trained as sellers are, and the collateral that is in use today. */
export function winShareOf(state: RunState, o: number): number {
  const plain = plainWinShareOf(state, state.oppFit[o], state.oppReadiness[o]);
  const chance = plain * state.collateralLift * state.training * state.repSkill[state.oppRep[o]];
  return chance > 1 ? 1 : chance;
}

/** What a deal counts for commission and quota, in dollars, with the line that it is of so far. */
export function creditedUsd(state: RunState, o: number): number {
  if ((state.oppTraits[o] & TRAIT.otherLine) === 0) return state.oppValue[o];
  return state.oppValue[o] * (state.company.repsPay.commissionTerms.otherLineCreditShare ?? 1);
}

/** Chance of winning without collateral and for an average seller: what the blame ledger divides, so that its terms are of one kind on every day. */
export function plainWinShareOf(state: RunState, fit: number, readiness: number): number {
  const { sales } = state.company.world;
  const chance = sales.winShare + sales.winSharePerFit * fit + sales.winSharePerReadiness * readiness;
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/** Chance, without collateral, that lead i is won once it is an opportunity that is fully worked. */
export function plainWinShareOfLead(state: RunState, i: number): number {
  return plainWinShareOf(state, state.market.fit[i], state.market.readiness[i]);
}

/** Adds to what luck brought of bookings: draws less their expectation at the time, so that the sum is 0 on average whatever people do because of them. */
export function countLuck(state: RunState, usd: number): void {
  if (state.inPlay) state.tally[TALLY.dealLuck] += usd;
}
