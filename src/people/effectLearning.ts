/**
 * Bayesian learning about how well each tactic works: a joint normal belief about a multiplier on each
 * tactic's effect.
 *
 * Formula: an observation y = sum_k h_k theta_k + noise of variance v turns belief N(mu, S) into mu + g (y -
 * h'mu), S - g (S h)' with Kalman gain g = S h / (h'S h + v): Bayes' rule, exact for normal noise.
 *
 * @source R. E. Kalman, "A new approach to linear filtering and prediction problems", Journal of Basic
 * Engineering 82 (1960) 35-45
 */
export class EffectLearning {
  /** Mean of the multiplier on each tactic's effect: [tactic]. */
  readonly mean: Float64Array;
  /** Covariance of the multipliers: [tactic * tactics + tactic]. */
  readonly covariance: Float64Array;
  private readonly size: number;
  private readonly spread: Float64Array;
  private readonly root: Float64Array;

  constructor(tactics: number) {
    this.size = tactics;
    this.mean = new Float64Array(tactics);
    this.covariance = new Float64Array(tactics * tactics);
    this.spread = new Float64Array(tactics);
    this.root = new Float64Array(tactics * tactics);
  }

  /** Sets the prior: the same mean and standard deviation for every tactic, independent. */
  reset(mean: number, sd: number): void {
    this.mean.fill(mean);
    this.covariance.fill(0);
    for (let k = 0; k < this.size; k++) this.covariance[k * this.size + k] = sd * sd;
  }

  /** Copies another person's belief about the same number of tactics. */
  copyFrom(other: EffectLearning): void {
    this.mean.set(other.mean);
    this.covariance.set(other.covariance);
  }

  /**
   * Updates the belief with one observation.
   *
   * @param exposure h: contribution of each tactic to the observation at a multiplier of 1
   * @param observed y
   * @param variance noise variance v, above 0
   */
  observe(exposure: Float64Array, observed: number, variance: number): void {
    const { size, mean, covariance, spread } = this;
    let expected = 0;
    let total = variance;
    for (let k = 0; k < size; k++) {
      let s = 0;
      for (let i = 0; i < size; i++) s += covariance[k * size + i] * exposure[i];
      spread[k] = s;
      total += exposure[k] * s;
      expected += exposure[k] * mean[k];
    }
    if (!(total > 0)) return;
    const surprise = (observed - expected) / total;
    for (let k = 0; k < size; k++) {
      mean[k] += spread[k] * surprise;
      for (let i = 0; i < size; i++) covariance[k * size + i] -= (spread[k] * spread[i]) / total;
    }
  }

  /**
   * Thompson sampling: one draw from the belief, so that each tactic is tried with the probability that it is
   * best.
   *
   * @param normals independent standard normal numbers, one for each tactic
   * @param into receives the multipliers; negative ones are set to 0
   * @source W. R. Thompson, "On the likelihood that one unknown probability exceeds another in view of the
   * evidence of two samples", Biometrika 25 (1933) 285-294
   */
  draw(normals: Float64Array, into: Float64Array): void {
    const { size, mean, covariance, root } = this;
    // Cholesky decomposition; a direction without variance stays at its mean.
    for (let i = 0; i < size; i++) {
      let value = mean[i];
      for (let j = 0; j <= i; j++) {
        let sum = covariance[i * size + j];
        for (let k = 0; k < j; k++) sum -= root[i * size + k] * root[j * size + k];
        if (i === j) root[i * size + i] = sum > 0 ? Math.sqrt(sum) : 0;
        else root[i * size + j] = root[j * size + j] > 0 ? sum / root[j * size + j] : 0;
        value += root[i * size + j] * normals[j];
      }
      into[i] = value > 0 ? value : 0;
    }
  }
}
