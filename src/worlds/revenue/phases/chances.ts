import type { RunState } from '../state.ts';

/** Chance that a fully worked opportunity is won. */
export function winShareOf(state: RunState, fit: number, readiness: number): number {
  const { sales } = state.company.world;
  const chance = sales.winShare + sales.winSharePerFit * fit + sales.winSharePerReadiness * readiness;
  return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/** Chance that lead i is won once it is an opportunity that is fully worked. */
export function winShareOfLead(state: RunState, i: number): number {
  return winShareOf(state, state.market.fit[i], state.market.readiness[i]);
}
