import { commissionCurve } from '../../plans/compilePlan.ts';
import { certaintyEquivalent, certaintyEquivalentSlope } from '../../plans/payoutCurve.ts';
import type { BeliefTable } from './beliefs.ts';
import type { Company } from './company.ts';
import { COUNTER } from './counters.ts';

/** Steps in which buyers who differ are averaged. */
const STEPS = 200;

/** Mean and variance of what a seller books in an ordinary month. */
export interface OrdinaryMonth {
  readonly meanUsd: number;
  readonly variance: number;
  readonly forecastUsd: number;
}

/** Whether an ordinary month with a lower quota is worth more to a seller than one with all hours for selling. */
export function wouldLobby(
  { world, reps, repsPay }: Company,
  { meanUsd, variance, forecastUsd }: OrdinaryMonth,
): boolean {
  const { lobbyingShare, lobbyingHoursPerMonth, quotaUsdPerMonth, sellingHoursPerDay } = world.sales;
  const hours = sellingHoursPerDay * world.calendar.daysPerMonth;
  const left = hours > 0 ? Math.max(0, 1 - lobbyingHoursPerMonth / hours) : 0;
  const worth = (mean: number, quotaUsd: number) =>
    certaintyEquivalent(
      commissionCurve(repsPay.commissionTerms, quotaUsd, forecastUsd),
      mean,
      Math.sqrt(variance),
      reps.riskAversionPerUsd,
    );
  return worth(left * meanUsd, (1 - lobbyingShare) * quotaUsdPerMonth) > worth(meanUsd, quotaUsdPerMonth);
}

/**
 * What one entry in the log of activities without selling is worth to a seller, in dollars: its pay, less that of the entries and bookings which the time for it would have brought, less
 * the conscience.
 */
export function paddingWorth(company: Company, month: OrdinaryMonth): number {
  const { paddingHours, paddingUsd } = company.world.sales;
  const { perActivityUsd = 0 } = company.repsPay.commissionTerms;
  return perActivityUsd - paddingHours * sellingHourUsd(company, month) - paddingUsd;
}

/** What an hour of selling is worth to a seller, in dollars: the bookings that it brings, at what a dollar more is worth, and its entries in the log of activities. */
export function sellingHourUsd(
  { world, reps, repsPay }: Company,
  { meanUsd, variance, forecastUsd }: OrdinaryMonth,
): number {
  const { activityHours, sellingHoursPerDay, quotaUsdPerMonth } = world.sales;
  const hours = sellingHoursPerDay * world.calendar.daysPerMonth;
  const commission = commissionCurve(repsPay.commissionTerms, quotaUsdPerMonth, forecastUsd);
  const slope = certaintyEquivalentSlope(commission, meanUsd, Math.sqrt(variance), reps.riskAversionPerUsd);
  const soldPerHour = hours > 0 ? (slope * meanUsd) / hours : 0;
  return (repsPay.commissionTerms.perActivityUsd ?? 0) / activityHours + soldPerHour;
}

/**
 * What an open deal is expected to count for, in parts of its value as one of the first line, since part of the buyers are sold the other line when the deal is decided.
 *
 * @param picks whether sellers sell what counts for more; else what leaves the company more
 */
export function lineFactor({ world, repsPay }: Company, picks: boolean): number {
  const { otherShare, otherValueTimes, otherChanceTimes, otherMarginShare } = world.lines;
  if (otherShare === 0) return 1;
  const credit = repsPay.commissionTerms.otherLineCreditShare ?? 1;
  let gain = 0;
  for (let step = 0; step < STEPS; step++) {
    const times = otherChanceTimes * (0.5 + (step + 0.5) / STEPS) * otherValueTimes;
    const other = picks ? times * credit > 1 : times * otherMarginShare > world.customers.marginShare;
    if (other) gain += (times * credit - 1) / STEPS;
  }
  return 1 + otherShare * gain;
}

/** Part of ordinary bookings that sellers find themselves. */
export function ownShareOf({ baseline }: BeliefTable): number {
  const booked = baseline[COUNTER.bookingsUsd];
  return booked > 0 ? baseline[COUNTER.ownBookingsUsd] / booked : 0;
}

/**
 * What all later quotas rise, in parts of a dollar today, for a dollar booked now, when each moves by a share of the surprise: sum over t of keep^t share (1 - share)^(t - 1).
 *
 * @source M. L. Weitzman, "The \"ratchet principle\" and performance incentives", Bell Journal of Economics 11 (1980) 302-308
 */
export function laterQuotas(share: number, keep: number, months: number): number {
  let sum = 0;
  let weight = share * keep;
  for (let t = 1; t <= months; t++, weight *= keep * (1 - share)) sum += weight;
  return sum;
}
