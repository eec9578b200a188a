import { normalQuantile } from '../../../core/numeric/normal.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { readinessQuantile } from './readyShares.ts';

/** Grid steps over readiness and over the error of the score. */
const READINESS_STEPS = 160;
const ERROR_STEPS = 40;
/** Largest error of a score, in units of readiness, and accuracy to which it is found. */
const MOST_NOISE = 1000;
const HALVINGS = 40;

/**
 * Area under the curve of marketing's score against wins, over all leads: the chance that a lead that is won
 * has a higher score than one that is not, if every lead is called while it is fresh. (Where leads below a
 * threshold are never called, a CRM shows a larger area: none of them is won.)
 *
 * @param noise error of the score, in units of readiness
 */
export function scoreAuc(world: RevenueWorld, noise: number): number {
  const { buyers, sales } = world;
  const readinessAt = readinessQuantile(world);
  const leads: { readonly score: number; readonly won: number }[] = [];
  for (let a = 0; a < READINESS_STEPS; a++) {
    const readiness = readinessAt((a + 0.5) / READINESS_STEPS);
    const isReady = readiness >= buyers.readyBar;
    const opens = isReady ? sales.readyOpportunityShare : sales.unreadyOpportunityShare;
    const winShare = Math.min(1, Math.max(0, sales.winShare + sales.winSharePerReadiness * readiness));
    for (let b = 0; b < ERROR_STEPS; b++) {
      const score = readiness + noise * normalQuantile((b + 0.5) / ERROR_STEPS);
      leads.push({ score, won: opens * winShare });
    }
  }
  leads.sort((one, other) => one.score - other.score);
  let lost = 0;
  let won = 0;
  let above = 0;
  for (const lead of leads) {
    above += lead.won * (lost + (1 - lead.won) / 2);
    won += lead.won;
    lost += 1 - lead.won;
  }
  return won > 0 && lost > 0 ? above / (won * lost) : 0.5;
}

/**
 * Error of the score at which it has an area under the curve, by bisection; a larger error is less accurate.
 *
 * @returns NaN if a score without error has a smaller area
 */
export function noiseForAuc(world: RevenueWorld, auc: number): number {
  if (scoreAuc(world, 0) < auc) return Number.NaN;
  let low = 0;
  let high = MOST_NOISE;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (scoreAuc(world, middle) > auc) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A world whose score has the accuracy stated, if one is. */
export function withScoreAccuracy(world: RevenueWorld): RevenueWorld {
  const { marketing } = world;
  if (marketing.scoreAuc === 0) return world;
  const scoreNoiseSd = noiseForAuc(world, marketing.scoreAuc);
  return Number.isNaN(scoreNoiseSd) ? world : { ...world, marketing: { ...marketing, scoreNoiseSd } };
}
