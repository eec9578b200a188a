import type { JudgeTerms } from './company.ts';

/** Shortest track record on which a seller is judged, in months. */
export const LEAST_JUDGED_MONTHS = 6;

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
