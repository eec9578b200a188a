import { exp, log } from '../../core/numeric/elementary.ts';
import { QuadraticChoice } from './quadraticChoice.ts';

/** One of several linear pay schemes; a lottery picks the one that applies after the work is done. */
export interface Prospect {
  readonly chanceShare: number;
  /** Certainty equivalent of its pay at unchanged effort, in dollars. */
  readonly baseUsd: number;
  /** Pay per unit of each change, in dollars. */
  readonly slope: Float64Array;
}

const MOST_STEPS = 200;

/**
 * Optimal effort under an opaque contract: a lottery over linear pay schemes, resolved after the work is
 * done.
 *
 * Formula: maximises -(1/r) ln sum_b chance_b exp(-r (base_b + slope_b'd)) - 1/2 d'Cd over changes d within
 * bounds. Each Newton step is an exact quadratic choice with slope sum_b w_b slope_b - C d and costs C + r
 * Cov_w(slope). The weights w_b tilt the probabilities towards the schemes that pay least. Steps are halved
 * until they do no harm.
 *
 * @param cost C by rows: [i * size + j]; if r > 0, may be singular in directions in which prospects differ
 * @param lower lower bounds of the changes
 * @param upper upper bounds of the changes
 * @param riskAversionPerUsd r; at 0 only the mean of the slopes counts
 * @returns the optimal changes, and the certainty equivalent net of effort cost, in dollars
 * @source F. Ederer, R. Holden, M. Meyer, "Gaming and strategic opacity in incentive provision", RAND Journal
 * of Economics 49 (2018) 819-854, for the problem
 */
export function chooseUnderOpacity(
  prospects: readonly Prospect[],
  cost: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  riskAversionPerUsd: number,
): { change: Float64Array; valueUsd: number } {
  const size = lower.length;
  const r = riskAversionPerUsd;
  const choice = new QuadraticChoice(size);
  const chances = prospects.reduce((sum, { chanceShare }) => sum + chanceShare, 0);
  const weight = new Float64Array(prospects.length);
  const matrix = new Float64Array(size * size);
  const change = Float64Array.from({ length: size }, (_, k) => Math.min(upper[k], Math.max(lower[k], 0)));
  const trial = new Float64Array(size);

  /** Value at a point; leaves the tilted probabilities in `weight`. */
  const valueAt = (d: Float64Array): number => {
    let effort = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) effort += 0.5 * d[i] * cost[i * size + j] * d[j];
    const worth = prospects.map(({ baseUsd, slope }) => slope.reduce((sum, s, k) => sum + s * d[k], baseUsd));
    const least = Math.min(...worth);
    let total = 0;
    prospects.forEach(({ chanceShare }, b) => {
      weight[b] = (chanceShare / chances) * exp(-r * (worth[b] - least));
      total += weight[b];
    });
    for (let b = 0; b < weight.length; b++) weight[b] /= total;
    // Where risk is negligible, so is the premium, and the logarithm would lose precision.
    const negligible = r * (Math.max(...worth) - least) < 1e-8;
    const mean = prospects.reduce((sum, { chanceShare }, b) => sum + (chanceShare / chances) * worth[b], 0);
    return (negligible ? mean : least - log(total) / r) - effort;
  };

  let value = valueAt(change);
  for (let step = 0; step < MOST_STEPS; step++) {
    // Quadratic choice over moves m from the current point: pull'm - 1/2 m'(C + r V)m.
    const mean = new Float64Array(size);
    prospects.forEach(({ slope }, b) => {
      for (let k = 0; k < size; k++) mean[k] += weight[b] * slope[k];
    });
    for (let i = 0; i < size; i++) {
      let pull = mean[i];
      for (let j = 0; j < size; j++) {
        let covariance = 0;
        prospects.forEach(({ slope }, b) => {
          covariance += weight[b] * (slope[i] - mean[i]) * (slope[j] - mean[j]);
        });
        matrix[i * size + j] = cost[i * size + j] + r * covariance;
        pull -= cost[i * size + j] * change[j];
      }
      choice.slope[i] = pull;
      choice.lower[i] = lower[i] - change[i];
      choice.upper[i] = upper[i] - change[i];
    }
    choice.solve(matrix);
    const moved = choice.change.reduce((most, m) => Math.max(most, Math.abs(m)), 0);
    let gained = -1;
    for (let part = 1; part > 1e-9; part /= 2) {
      for (let k = 0; k < size; k++) trial[k] = change[k] + part * choice.change[k];
      const next = valueAt(trial);
      if (next >= value) {
        gained = next - value;
        change.set(trial);
        value = next;
        break;
      }
    }
    if (gained < 0) valueAt(change);
    if (gained < 0 || moved < 1e-13 * (1 + Math.max(...change.map(Math.abs)))) break;
  }
  return { change, valueUsd: value };
}
