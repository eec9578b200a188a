import type { Company, SellerGroup } from '../../contract/company.ts';

/** Share of full time that the sellers of a group work. */
export function timeShareOf({ values }: Pick<SellerGroup, 'values'>): number {
  return values.timeShare ?? 1;
}

/**
 * A company as the sellers of a group see it, with their own quota, hours, outside option and results: as
 * many sellers like them as would book what the company books. The company itself where all work full time.
 */
export function asSeenBy(company: Company, group: SellerGroup): Company {
  const { world, beliefs, sellers } = company;
  const { sales } = world;
  const timeShare = timeShareOf(group);
  if (sellers.every((other) => timeShareOf(other) === 1)) return company;
  const fullTime = sellers.reduce((sum, other) => sum + other.count * timeShareOf(other), 0);
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
