import { log, pow } from '../../../core/numeric/elementary.ts';

/**
 * Applicants for a vacant position in a month. Assumption, not data: enough that an ordinary offer is
 * taken.
 */
export const APPLICANTS = 12;

const MONTHS_PER_YEAR = 12;
/** Relative difference below which two offers are the same. */
const SAME = 1e-9;

/**
 * What an offer is worth relative to the outside option; 1 if the outside option is worth nothing.
 *
 * @param hereUsd certainty equivalent of pay less the cost of effort, in dollars a month
 * @param elsewhereUsd the same under the pay that is usual elsewhere
 */
export function relativeWorth(hereUsd: number, elsewhereUsd: number): number {
  if (!(elsewhereUsd > 0)) return 1;
  const times = Math.max(0, hereUsd) / elsewhereUsd;
  return Math.abs(times - 1) < SAME ? 1 : times;
}

/** Monthly hazard of quitting at an annual turnover: -ln(1 - share) / 12. */
export function monthlyHazard(turnoverSharePerYear: number): number {
  return -log(1 - turnoverSharePerYear) / MONTHS_PER_YEAR;
}

/**
 * Factor on the hazard of quitting. Formula: w^-e.
 *
 * @param elasticity e, of quits with respect to the worth of the offer
 * @param timesMarket w, worth of the offer relative to the outside option
 */
export function quitTimes(elasticity: number, timesMarket: number): number {
  return timesMarket === 1 ? 1 : pow(Math.max(timesMarket, 1e-6), -elasticity);
}

/**
 * Chance that an applicant accepts an offer. Formula: w^2e / (1 + w^2e), which is one half with elasticity e
 * at an offer equal to the outside option (w = 1).
 *
 * Where e is 0, and where the offer equals the outside option exactly, it is 1 instead: the chance is then
 * the same for every applicant, so that hires are a random draw from the population either way.
 *
 * @param elasticity e, of recruitment with respect to the worth of the offer
 * @param timesMarket w, worth of the offer relative to the outside option
 */
export function acceptanceChance(elasticity: number, timesMarket: number): number {
  if (elasticity === 0 || timesMarket === 1) return 1;
  const power = pow(timesMarket, 2 * elasticity);
  return power === Infinity ? 1 : power / (1 + power);
}
