import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom, logNormalParameters } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RunState } from '../state/state.ts';

/** No quota falls below this part of the one that the scenario sets. */
const LEAST_QUOTA_SHARE = 0.1;

/** Quota a month of a chair whose seller works full days, in dollars. */
export function fullQuotaOf({ company, floor }: RunState, seat: number): number {
  const { quotaUsdPerMonth, quotaByTerritoryShare } = company.world.sales;
  const off = 1 - floor.all.lobbiedShare;
  return quotaUsdPerMonth * off * (1 + quotaByTerritoryShare * (floor.seats.territory[seat] - 1));
}

/**
 * Draws what the territories of all chairs hold, and sets the quotas that follow them; the first chairs hold
 * 1 on average.
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

/** From now on quotas are what sellers had them made. */
export function lobby({ floor }: RunState, share: number): void {
  const before = 1 - floor.all.lobbiedShare;
  floor.all.lobbiedShare = share;
  const { quotaUsd } = floor.seats;
  for (let seat = 0; seat < quotaUsd.length; seat++) quotaUsd[seat] *= (1 - share) / before;
}

/** Quota ratchet: the next quota moves by a share of the difference between what was booked and this one. */
export function ratchet(state: RunState, seat: number, bookedUsd: number, quota: number): void {
  const { quotaRatchetShare } = state.company.world.sales;
  state.floor.seats.quotaUsd[seat] = Math.max(
    LEAST_QUOTA_SHARE * fullQuotaOf(state, seat),
    quota + quotaRatchetShare * (bookedUsd - quota),
  );
}
