import { pow } from '../core/numeric/elementary.ts';

/**
 * Selects the best of several arms under common random numbers by pairwise elimination. An arm is eliminated
 * once its mean falls below another arm's mean by more than a boundary, which closes as pairs accumulate.
 *
 * Formula, with k arms, n0 pairs in the first stage, S²_il the variance of their paired differences there,
 * and r pairs so far: i is eliminated when mean_i < mean_l - W_il, W_il = max(0, delta / (2 r) (h² S²_il /
 * delta² - r)), h² = 2 eta (n0 - 1), eta = ((2 (1 - level) / (k - 1))^(-2 / (n0 - 1)) - 1) / 2.
 *
 * If the best arm leads every other by at least `delta`, it is selected with probability at least `level`.
 * This holds for normal differences with any variances and correlations; means of a hundred pairs are close
 * to normal. An eliminated arm does not lead by `delta`, with that confidence; it is not necessarily behind.
 *
 * @source S.-H. Kim, B. L. Nelson, "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM Transactions on Modeling and Computer Simulation 11 (2001) 251-273; it needs no
 * independence between arms
 * @example
 * const race = new BestOfMany([first, second], 10); race.look([70, 55], 100); race.isIn // [true, false]
 */
export class BestOfMany {
  /** Whether each arm is still in contention. */
  readonly isIn: boolean[];
  private readonly delta: number;
  /** h² S² / delta², the number of pairs at which the boundary closes: [i * arms + l]. */
  private readonly closesAt: Float64Array;

  /**
   * @param first first-stage values by arm, one per pair; higher is better
   * @param delta the smallest lead that matters, above 0
   * @param level probability of correct selection, such as 0.95
   * @throws RangeError for fewer than two arms or ten pairs, or a delta that is not above 0
   */
  constructor(first: readonly Float64Array[], delta: number, level = 0.95) {
    const k = first.length;
    const n = first[0]?.length ?? 0;
    if (k < 2 || n < 10 || !(delta > 0))
      throw new RangeError('at least two arms, ten pairs and a lead above 0');
    this.delta = delta;
    this.isIn = first.map(() => true);
    this.closesAt = new Float64Array(k * k);
    const eta = 0.5 * (pow((2 * (1 - level)) / (k - 1), -2 / (n - 1)) - 1);
    for (let i = 0; i < k; i++)
      for (let l = 0; l < k; l++)
        this.closesAt[i * k + l] =
          (2 * eta * (n - 1) * varianceOfDifference(first[i], first[l])) / (delta * delta);
  }

  /**
   * Applies the elimination rule after r pairs. Eliminated arms stay out.
   *
   * @param means by arm, over all r pairs; means of eliminated arms are not read
   * @returns whether selection is over: one arm remains, or all remaining boundaries are closed
   */
  look(means: readonly number[], r: number): boolean {
    const k = this.isIn.length;
    const before = [...this.isIn];
    let open = false;
    for (let i = 0; i < k; i++) {
      if (!before[i]) continue;
      for (let l = 0; l < k; l++) {
        if (l === i || !before[l]) continue;
        const width = Math.max(0, (this.delta / 2) * (this.closesAt[i * k + l] / r - 1));
        open ||= width > 0;
        if (means[i] < means[l] - width) this.isIn[i] = false;
      }
    }
    return !open || this.isIn.filter(Boolean).length === 1;
  }
}

function varianceOfDifference(a: Float64Array, b: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < a.length; i++) mean += (a[i] - b[i]) / a.length;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i] - mean) * (a[i] - b[i] - mean);
  return sum / (a.length - 1);
}
