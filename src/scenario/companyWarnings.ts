import type { RevenueArm } from './scenario.ts';

/** What a reader of a company should know before it is run. */
export function companyWarnings(arms: readonly RevenueArm[]): string[] {
  const warnings = new Set<string>();
  for (const { world } of arms) {
    const { calendar, sales } = world;
    const warmUpDays = calendar.warmUpMonths * calendar.daysPerMonth;
    // A run starts in a steady state only after deals have been opened and decided for a while.
    const needed = Math.ceil((2 * sales.cycleDays) / calendar.daysPerMonth);
    if (warmUpDays < 2 * sales.cycleDays)
      warnings.add(
        `Deals take ${sales.cycleDays} working days, so after a warm-up of ${calendar.warmUpMonths} months ` +
          'the first months book less than later ones. ' +
          `Set calendar.warmUpMonths to ${needed} (twice the sales cycle) or more.`,
      );
  }
  return [...warnings];
}
