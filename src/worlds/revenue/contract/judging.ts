import type { Company, JudgeTerms } from './company.ts';

/** Shortest track record on which a seller is judged, in months. */
export const LEAST_JUDGED_MONTHS = 6;
/** Months of the exponential average of attainment. */
export const RECORD_MONTHS = 6;

/**
 * Months on which a seller can be judged: those of play, after the ramp of a new hire.
 *
 * @param careers number of earlier holders of the position
 * @param hired month of the run in which the holder was hired, 0-based
 * @param month month of the run at whose end it is asked, 0-based
 * @returns number of months; negative before the first
 */
export function judgedMonthsOf(
  { world, warmUpDays }: Pick<Company, 'world' | 'warmUpDays'>,
  careers: number,
  hired: number,
  month: number,
): number {
  const { rampMonths, rampStartShare } = world.sales;
  const warmUpMonths = warmUpDays / world.calendar.daysPerMonth;
  const first =
    careers === 0 ? warmUpMonths : Math.max(warmUpMonths, hired + (rampStartShare === 1 ? 0 : rampMonths));
  return month + 1 - first;
}

/** Whether to dismiss a seller with these bookings over so many months of full days. */
export function hasToGo(terms: JudgeTerms, bookedUsd: number, months: number, territory: number): boolean {
  return skillSeen(terms, bookedUsd, months, territory) < terms.leastSkill;
}

/**
 * Estimated skill of a seller: the posterior mean, shrunk towards an average applicant.
 *
 * Formula: s = 1 + w (bookings / (n B h) - 1), w = V / (V + v / n), where V is the variance of skill, v that
 * of a month, n the number of months, B an average seller's monthly bookings, and h the territory's
 * potential.
 *
 * @param territory potential of the territory, as a multiple of an average one
 */
export function skillSeen(terms: JudgeTerms, bookedUsd: number, months: number, territory: number): number {
  const { ordinaryUsd, skillVariance, monthVariance } = terms;
  const weight = skillVariance / (skillVariance + monthVariance / months);
  return 1 + weight * (bookedUsd / (months * ordinaryUsd * territory) - 1);
}
