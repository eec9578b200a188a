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
 * Effort of a seller under the commission that the world names for when a plan has none: the same under every
 * plan, so that the company before play is.
 *
 * @param bookingsPerEffortUsd bookings gained per unit of effort, by lag in months
 * @param ability bookings at baseline effort, as a multiple of an average seller's
 */
export function effortBefore(
  sales: RevenueWorld['sales'],
  { commissionShare, foresightMonths, discountSharePerMonth }: PersonValues,
  bookingsPerEffortUsd: Float64Array,
  ability: number,
): number {
  let usd = 0;
  let worth = 1;
  for (let lag = 0; lag < bookingsPerEffortUsd.length && lag <= foresightMonths; lag++) {
    usd += worth * bookingsPerEffortUsd[lag];
    worth *= 1 - discountSharePerMonth;
  }
  return effortFor(sales, ability * commissionShare * usd);
}
