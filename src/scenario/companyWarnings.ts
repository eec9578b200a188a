import type { RevenueArm } from './scenario.ts';

/** Distance from 1 at which a mean is worth a warning. */
const NOTICEABLE = 0.02;

/** What a reader of a company should know before it is run. */
export function companyWarnings(arms: readonly RevenueArm[]): string[] {
  const warnings = new Set<string>();
  for (const { world } of arms) {
    const { calendar, sales, products } = world;
    const weights = products.reduce((sum, { weight }) => sum + weight, 0);
    const price = products.reduce((sum, { weight, dealTimes }) => sum + (weight / weights) * dealTimes, 0);
    if (products.length > 0 && Math.abs(price - 1) > NOTICEABLE)
      warnings.add(
        `The average list price is $${Math.round(price * sales.dealMeanUsd).toLocaleString('en-US')}, ` +
          `${price.toFixed(2)} times sales.dealMeanUsd, which is the price at dealTimes 1.`,
      );
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
