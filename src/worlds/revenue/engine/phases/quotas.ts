import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom, logNormalParameters } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RunState } from '../state/state.ts';

/** Floor on quotas that ratchet, as a share of {@link fullQuotaOf}. */
const LEAST_QUOTA_SHARE = 0.1;

/** Monthly quota of a position with full working days, before any ratchet, in dollars. */
export function fullQuotaOf({ company, floor }: RunState, seat: number): number {
  const { quotaUsdPerMonth, quotaByTerritoryShare } = company.world.sales;
  const off = 1 - floor.all.lobbiedShare;
  return (
    company.timeShares[seat] *
    quotaUsdPerMonth *
    off *
    (1 + quotaByTerritoryShare * (floor.seats.territory[seat] - 1))
  );
}

/**
 * Draws territory potentials, with mean 1 over the initial positions, and sets the quotas that follow them.
 */
export function drawTerritories(state: RunState): void {
  const { company, market, floor } = state;
  const { territoryCv, reps } = company.world.sales;
  if (territoryCv === 0) return;
  const { territory, quotaUsd } = floor.seats;
  const { logMean, logSd } = logNormalParameters(1, territoryCv);
  let held = 0;
  for (let seat = 0; seat < territory.length; seat++) {
    const u = uniform(market.luck, seat, PURPOSE.territorySize);
    territory[seat] = logNormalFrom(normalQuantile(u), logMean, logSd);
    if (seat < reps) held += territory[seat];
  }
  for (let seat = 0; seat < territory.length; seat++) {
    territory[seat] *= reps / held;
    quotaUsd[seat] = fullQuotaOf(state, seat);
  }
}

/** Applies the share of quotas that sellers lobbied away. */
export function lobby({ floor }: RunState, share: number): void {
  const before = 1 - floor.all.lobbiedShare;
  floor.all.lobbiedShare = share;
  const { quotaUsd } = floor.seats;
  for (let seat = 0; seat < quotaUsd.length; seat++) quotaUsd[seat] *= (1 - share) / before;
}

/** Quota ratchet: the next quota moves by a share of the difference between bookings and this quota. */
export function ratchet(state: RunState, seat: number, bookedUsd: number, quota: number): void {
  const { quotaRatchetShare } = state.company.world.sales;
  state.floor.seats.quotaUsd[seat] = Math.max(
    LEAST_QUOTA_SHARE * fullQuotaOf(state, seat),
    quota + quotaRatchetShare * (bookedUsd - quota),
  );
}
