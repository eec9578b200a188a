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
        `The sales cycle is ${sales.cycleDays} working days, and the warm-up ${calendar.warmUpMonths} months: the ` +
          'pipeline is not full when play begins, so the first months book too little. ' +
          `Set calendar.warmUpMonths to ${needed} (twice the sales cycle) or more.`,
      );
  }
  return [...warnings];
}
