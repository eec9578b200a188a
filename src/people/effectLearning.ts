/**
 * Bayesian learning about how well each tactic works: a joint normal belief about a multiplier on each
 * tactic's effect.
 *
 * Formula: an observation y = sum_k h_k theta_k + noise of variance v turns belief N(m, S) into m + g (y -
 * h'm), S - g (S h)' with Kalman gain g = S h / (h'S h + v): Bayes' rule, exact for normal noise. The
 * covariance is kept as a square root, S = A A', so that rounding never makes it negative however small v is:
 * with f = A'h, A becomes A - (A f) f' / (f'f + v + sqrt(v (f'f + v))).
 *
 * @source R. E. Kalman, "A new approach to linear filtering and prediction problems", Journal of Basic
 * Engineering 82 (1960) 35-45; square root of J. E. Potter, in R. H. Battin, Astronautical Guidance,
 * McGraw-Hill 1964, 338-340
 */
export class EffectLearning {
  /** Mean of the multiplier on each tactic's effect: [tactic]. */
  readonly mean: Float64Array;
  /** Square root A of the covariance A A': [tactic * tactics + tactic]. */
  readonly root: Float64Array;
  private readonly size: number;
  private readonly projected: Float64Array;

  constructor(tactics: number) {
    this.size = tactics;
    this.mean = new Float64Array(tactics);
    this.root = new Float64Array(tactics * tactics);
    this.projected = new Float64Array(tactics);
  }

  /** Sets the prior: the same mean and standard deviation for every tactic, independent. */
  reset(mean: number, sd: number): void {
    this.mean.fill(mean);
    this.root.fill(0);
    for (let k = 0; k < this.size; k++) this.root[k * this.size + k] = sd;
  }

  /** Copies another person's belief about the same number of tactics. */
  copyFrom(other: EffectLearning): void {
    this.mean.set(other.mean);
    this.root.set(other.root);
  }

  /** Covariance of two tactics' multipliers. */
  covarianceOf(one: number, other: number): number {
    let sum = 0;
    for (let j = 0; j < this.size; j++)
      sum += this.root[one * this.size + j] * this.root[other * this.size + j];
    return sum;
  }

  /**
   * Updates the belief with one observation.
   *
   * @param exposure h: contribution of each tactic to the observation at a multiplier of 1
   * @param observed y
   * @param variance noise variance v, above 0
   */
  observe(exposure: Float64Array, observed: number, variance: number): void {
    const { size, mean, root, projected } = this;
    let expected = 0;
    let total = variance;
    for (let j = 0; j < size; j++) {
      let f = 0;
      for (let k = 0; k < size; k++) f += root[k * size + j] * exposure[k];
      projected[j] = f;
      total += f * f;
      expected += exposure[j] * mean[j];
    }
    if (!(total > 0)) return;
    const surprise = (observed - expected) / total;
    const shrink = total + Math.sqrt(variance * total);
    for (let k = 0; k < size; k++) {
      let spread = 0;
      for (let j = 0; j < size; j++) spread += root[k * size + j] * projected[j];
      mean[k] += spread * surprise;
      for (let j = 0; j < size; j++) root[k * size + j] -= (spread / shrink) * projected[j];
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
    const { size, mean, root } = this;
    for (let k = 0; k < size; k++) {
      let value = mean[k];
      for (let j = 0; j < size; j++) value += root[k * size + j] * normals[j];
      into[k] = value > 0 ? value : 0;
    }
  }
}
