import type { JudgeTerms } from './company.ts';

/** Fewest months by which anybody is judged. */
export const LEAST_JUDGED_MONTHS = 6;

/** Whether a seller has to go who booked so much in so many months on full days. */
export function hasToGo(terms: JudgeTerms, bookedUsd: number, months: number, territory: number): boolean {
  return skillSeen(terms, bookedUsd, months, territory) < terms.leastSkill;
}

/**
 * The skill that a judge takes a seller to have: the posterior mean, shrunk towards an average applicant.
 *
 * Formula: s = 1 + w (bookings / (n B h) - 1), w = V / (V + v / n), V the variance of skill, v that of a
 * month, n the months, B what an average seller books in a month, h what the territory holds.
 *
 * @param territory as a multiple of an average one
 */
export function skillSeen(terms: JudgeTerms, bookedUsd: number, months: number, territory: number): number {
  const { ordinaryUsd, skillVariance, monthVariance } = terms;
  const weight = skillVariance / (skillVariance + monthVariance / months);
  return 1 + weight * (bookedUsd / (months * ordinaryUsd * territory) - 1);
}
