import { normalCdf, normalQuantile } from '../../../core/numeric/normal.ts';
import { betaQuantileTable, quantileFromTable } from '../../../random/distributions.ts';
import { SCORE_CLASSES } from '../contract/labels.ts';
import { classOfScore, upperEdge } from '../contract/scoreClasses.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { definitionInForce } from './definitionInForce.ts';

/** Weight of a lead below the bar, relative to one above it, in the leads that sellers expect. */
const STRAY_SHARE = 0.05;
/** Bounds on prior beliefs: nobody is more certain than this. */
const LEAST = 0.01;
const MOST = 0.99;
/** Grid steps over readiness and over the error of the score. */
const READINESS_STEPS = 200;
const ERROR_STEPS = 60;

/**
 * Prior P(ready | class) for each class of lead that sellers can tell apart.
 *
 * @param classes 1: sellers see only that a lead was passed; 2: its readiness; otherwise its score
 * @returns one probability per class
 */
export function readyShares(world: RevenueWorld, classes: number): Float64Array {
  if (classes === SCORE_CLASSES) return byScore(world);
  const { trustReady, trustUnready } = world.sales;
  return classes === 2
    ? Float64Array.of(LEAST, MOST)
    : Float64Array.of(trustReady / (trustReady + trustUnready));
}

/**
 * Prior by score class of a seller who knows the company's scoring.
 *
 * Integrates numerically over readiness and score error. Leads below the bar have a small weight, since some
 * are expected to be passed anyway.
 */
function byScore(world: RevenueWorld): Float64Array {
  const { buyers, marketing } = world;
  const bar = definitionInForce(world);
  const readinessAt = readinessQuantile(world);
  const mass = new Float64Array(SCORE_CLASSES).fill(1e-9);
  const ready = new Float64Array(SCORE_CLASSES);
  for (let a = 0; a < READINESS_STEPS; a++) {
    const readiness = readinessAt((a + 0.5) / READINESS_STEPS);
    const isReady = readiness >= buyers.readyBar;
    for (let b = 0; b < ERROR_STEPS; b++) {
      const score = readiness + marketing.scoreNoiseSd * normalQuantile((b + 0.5) / ERROR_STEPS);
      addScore(world, bar, score, score >= bar ? 1 : STRAY_SHARE, (c, weight) => {
        mass[c] += weight;
        if (isReady) ready[c] += weight;
      });
    }
  }
  return ready.map((sum, c) => Math.min(MOST, Math.max(LEAST, sum / mass[c])));
}

/** Quantile function of the readiness of leads. */
export function readinessQuantile({ buyers }: RevenueWorld): (u: number) => number {
  if (buyers.readinessShape !== 'beta')
    return (u) => buyers.readinessMean + buyers.readinessSd * normalQuantile(u);
  const table = betaQuantileTable(buyers.readinessA, buyers.readinessB);
  return (u) => quantileFromTable(table, u);
}

/** Distributes the weight of a score over the classes in which sellers may see it. */
function addScore(
  { buyers, governance }: RevenueWorld,
  bar: number,
  score: number,
  weight: number,
  add: (c: number, weight: number) => void,
): void {
  const sd = buyers.readinessSd;
  if (!(governance.visibleScoreNoiseSd > 0)) {
    add(classOfScore(score, bar, sd), weight);
    return;
  }
  let below = 0;
  for (let c = 0; c < SCORE_CLASSES; c++) {
    const distance = upperEdge(c, bar, sd) - score;
    const upTo = c === SCORE_CLASSES - 1 ? 1 : normalCdf(distance / governance.visibleScoreNoiseSd);
    add(c, weight * (upTo - below));
    below = upTo;
  }
}
