import type { PersonValues, RevenueWorld } from '../../contract/world.ts';

/** Minimum effort, as a multiple of the baseline: supplied under any plan. */
const LEAST_EFFORT = 0.2;
const MONTHS_PER_YEAR = 12;

/** Cost to a seller of doubling effort for a month, in dollars. */
export function effortCostUsd({
  effortCostTimes,
  marketPayUsdPerYear,
}: Pick<RevenueWorld['sales'], 'effortCostTimes' | 'marketPayUsdPerYear'>): number {
  return (effortCostTimes * marketPayUsdPerYear) / MONTHS_PER_YEAR;
}

/** Cost of a month's effort beyond the baseline, in dollars: c (e - 1)^2 / 2, with c that of doubling it. */
export function effortLossUsd(sales: RevenueWorld['sales'], effort: number): number {
  return 0.5 * effortCostUsd(sales) * (effort - 1) * (effort - 1);
}

/**
 * Present value of what a unit of effort books over the months of foresight, in dollars.
 *
 * @param bookingsPerEffortUsd bookings gained per unit of effort, by lag in months
 * @param firstLag lag from which on bookings count
 * @param creditShare credit for a dollar booked
 */
export function discountedBookingsUsd(
  bookingsPerEffortUsd: Float64Array,
  { foresightMonths, discountSharePerMonth }: PersonValues,
  firstLag = 0,
  creditShare = 1,
): number {
  let usd = 0;
  let weight = 1;
  for (let lag = 0; lag < bookingsPerEffortUsd.length && lag <= foresightMonths; lag++) {
    if (lag >= firstLag) usd += weight * creditShare * bookingsPerEffortUsd[lag];
    weight *= 1 - discountSharePerMonth;
  }
  return usd;
}

/**
 * Effort whose marginal value equals its marginal cost, within bounds; baseline effort where effort has no
 * cost and nobody chooses it.
 *
 * @param worthUsd marginal value of effort, in dollars per unit
 */
export function effortFor(sales: RevenueWorld['sales'], worthUsd: number): number {
  const cost = effortCostUsd(sales);
  if (!(cost > 0)) return 1;
  return Math.min(sales.effortMaxShare, Math.max(LEAST_EFFORT, 1 + worthUsd / cost));
}

/**
 * Effort in the warm-up, which is the same under every plan: that under the commission that the scenario
 * states for sellers whom a plan does not name.
 *
 * @param bookingsPerEffortUsd bookings gained per unit of effort, by lag in months
 * @param ability bookings at baseline effort, as a multiple of an average seller's
 */
export function effortBefore(
  sales: RevenueWorld['sales'],
  person: PersonValues,
  bookingsPerEffortUsd: Float64Array,
  ability: number,
): number {
  const usd = discountedBookingsUsd(bookingsPerEffortUsd, person);
  return effortFor(sales, ability * person.commissionShare * usd);
}
