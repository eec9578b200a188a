import { normalCdf, normalQuantile } from '../../core/numeric/normal.ts';
import { betaQuantileTable, quantileFromTable } from '../../random/distributions.ts';
import { definitionInForce } from './company.ts';
import { classOfScore, SCORE_CLASSES } from './scoreClasses.ts';
import type { RevenueWorld } from './world.ts';

/** Weight of leads below the bar in what reps expect to be passed. */
const STRAY_SHARE = 0.05;

/**
 * What a rep who knows the company's scoring expects of each class of seen score: P(ready | class), before any experience.
 *
 * Sums over a grid of readiness and of scoring error; leads below the bar count with a small weight, since some are expected to be passed all the same.
 *
 * @returns one probability a class
 */
export function classPriors(world: RevenueWorld): Float64Array {
  const { buyers, marketing, governance } = world;
  const table =
    buyers.readinessShape === 'beta' ? betaQuantileTable(buyers.readinessA, buyers.readinessB) : undefined;
  const sd = buyers.readinessSd;
  const bar = definitionInForce(world);
  const mass = new Float64Array(SCORE_CLASSES).fill(1e-9);
  const ready = new Float64Array(SCORE_CLASSES);
  const steps = 200;
  for (let a = 0; a < steps; a++) {
    const u = (a + 0.5) / steps;
    const readiness =
      table === undefined ? buyers.readinessMean + sd * normalQuantile(u) : quantileFromTable(table, u);
    for (let b = 0; b < 60; b++) {
      const score = readiness + marketing.scoreNoiseSd * normalQuantile((b + 0.5) / 60);
      const weight = score >= bar ? 1 : STRAY_SHARE;
      if (!(governance.visibleScoreNoiseSd > 0)) {
        const c = classOfScore(score, bar, sd);
        mass[c] += weight;
        if (readiness >= buyers.readyBar) ready[c] += weight;
        continue;
      }
      let below = 0;
      for (let c = 0; c < SCORE_CLASSES; c++) {
        const edge = bar + (c + 1) * 0.35 * sd - sd;
        const upTo = c === SCORE_CLASSES - 1 ? 1 : normalCdf((edge - score) / governance.visibleScoreNoiseSd);
        const part = weight * (upTo - below);
        mass[c] += part;
        if (readiness >= buyers.readyBar) ready[c] += part;
        below = upTo;
      }
    }
  }
  return ready.map((sum, c) => Math.min(0.99, Math.max(0.01, sum / mass[c])));
}
