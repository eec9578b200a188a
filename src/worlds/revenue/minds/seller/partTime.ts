import type { Company, SellerGroup } from '../../contract/company.ts';

/**
 * The company from the viewpoint of a group of sellers. Where some work part time, quota, hours and outside
 * option are the group's own, and the number of sellers is that of sellers like them who would produce the
 * company's bookings: full-time equivalents / time share. Otherwise the company itself.
 */
export function asSeenBy(company: Company, group: SellerGroup): Company {
  const { world, beliefs, sellers } = company;
  const { sales } = world;
  const { timeShare } = group.values;
  if (sellers.every(({ values }) => values.timeShare === 1)) return company;
  const fullTime = sellers.reduce((sum, { count, values }) => sum + count * values.timeShare, 0);
  const reps = fullTime / timeShare;
  const scaled = (perSeller: Float64Array) => perSeller.map((usd) => (usd * sales.reps) / reps);
  return {
    ...company,
    world: {
      ...world,
      sales: {
        ...sales,
        reps,
        quotaUsdPerMonth: timeShare * sales.quotaUsdPerMonth,
        sellingHoursPerDay: timeShare * sales.sellingHoursPerDay,
        marketPayUsdPerYear: timeShare * sales.marketPayUsdPerYear,
      },
    },
    beliefs: beliefs && {
      ...beliefs,
      bookingsPerEffortUsd: scaled(beliefs.bookingsPerEffortUsd),
      perEffort: scaled(beliefs.perEffort),
    },
  };
}
