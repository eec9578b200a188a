import { payoutAt } from '../../../plans/payoutCurve.ts';
import type { Company, SellerGroup } from '../contract/company.ts';
import { MOST_NEW_SEATS } from '../contract/labels.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { quotaOf } from './headcount.ts';

/** Monthly salary and commission of a seller on quota, in dollars. */
export function seatCost(world: RevenueWorld, { pay, commission, values }: SellerGroup): number {
  return pay.baseUsdPerMonth + payoutAt(commission, quotaOf(world, 'seller', values));
}

/** Maximum number of sales positions: as if the board moved all of marketing's money there. */
export function mostSeats({ sales, governance, marketing }: RevenueWorld, seatUsdPerMonth: number): number {
  if (governance.budgetRule === 'fixed' || !(seatUsdPerMonth > 0)) return sales.reps;
  return (
    sales.reps + Math.min(MOST_NEW_SEATS, Math.floor(marketing.budgetUsdPerMonth / seatUsdPerMonth + 1e-6))
  );
}

/** Assigns positions to groups in order; those added by budget reviews go to the first group. */
export function seatsOfGroups(sellers: readonly SellerGroup[], seats: number): Uint8Array {
  const groups = new Uint8Array(seats);
  let seat = 0;
  for (const { row, count } of sellers) {
    groups.fill(row, seat, seat + count);
    seat += count;
  }
  return groups;
}

/** Working time of each position; positions added by budget reviews are full-time. */
export function workingTimes(
  sellers: readonly SellerGroup[],
  seats: number,
): Pick<Company, 'timeShares' | 'startMonths'> {
  const timeShares = new Float64Array(seats).fill(1);
  const startMonths = new Int32Array(seats);
  let seat = 0;
  for (const { values, count } of sellers) {
    timeShares.fill(values.timeShare, seat, seat + count);
    startMonths.fill(values.startMonth, seat, seat + count);
    seat += count;
  }
  return { timeShares, startMonths };
}
