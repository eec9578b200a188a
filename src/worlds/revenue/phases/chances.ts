import type { RunState } from '../state.ts';

/** Chance that a fully worked opportunity is won, with the collateral that is in use today. */
export function winShareOf(state: RunState, fit: number, readiness: number): number {
  const chance = plainWinShareOf(state, fit, readiness) * state.collateralLift;
  return chance > 1 ? 1 : chance;
}

/** The same without collateral: what the blame ledger divides, so that its terms are of one kind on every day. */
export function plainWinShareOf(state: RunState, fit: number, readiness: number): number {
  const { sales } = state.company.world;
  const chance = sales.winShare + sales.winSharePerFit * fit + sales.winSharePerReadiness * readiness;
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/** Chance, without collateral, that lead i is won once it is an opportunity that is fully worked. */
export function plainWinShareOfLead(state: RunState, i: number): number {
  return plainWinShareOf(state, state.market.fit[i], state.market.readiness[i]);
}
