import { pow } from '../../../core/numeric/elementary.ts';

/**
 * Factor on the hazard of leaving. Formula: w^-e, where w is an offer as a multiple of the market's and e the
 * elasticity of quits.
 */
export function quitTimes(elasticity: number, timesMarket: number): number {
  return timesMarket === 1 ? 1 : pow(Math.max(timesMarket, 1e-6), -elasticity);
}

/**
 * Chance that an applicant accepts an offer. Formula: w^2e / (1 + w^2e), so that one like the market's is
 * accepted half the time, and e is the elasticity of recruitment there. Where nobody chooses, and for offers
 * that are the market's exactly, it is 1: who comes is then drawn from the population, whatever the chance.
 */
export function acceptanceChance(elasticity: number, timesMarket: number): number {
  if (elasticity === 0 || timesMarket === 1) return 1;
  const power = pow(timesMarket, 2 * elasticity);
  return power === Infinity ? 1 : power / (1 + power);
}
