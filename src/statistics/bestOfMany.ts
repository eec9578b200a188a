import { pow } from '../core/numeric/elementary.ts';

/**
 * Selection of the best of several arms that meet the same luck, by pairwise elimination: an arm is out once
 * its mean lies further below another's than a boundary that closes as pairs come in.
 *
 * Formula, with k arms, n0 pairs in the first stage, S²_il the variance of their paired differences there,
 * and r pairs so far: i is out when mean_i < mean_l - W_il, W_il = max(0, delta / (2 r) (h² S²_il / delta² -
 * r)), h² = 2 eta (n0 - 1), eta = ((2 (1 - level) / (k - 1))^(-2 / (n0 - 1)) - 1) / 2.
 *
 * Where the best leads every other arm by `delta` or more, it is chosen with a chance of at least `level`,
 * for normal differences whatever their variances and correlations; means of a hundred pairs are close to
 * that. An arm that is out does not lead by `delta`: it need not be behind.
 *
 * @source S.-H. Kim, B. L. Nelson, "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM Transactions on Modeling and Computer Simulation 11 (2001) 251-273; it needs no
 * independence between arms
 * @example
 * const race = new BestOfMany([first, second], 10); race.look([70, 55], 100); race.isIn // [true, false]
 */
export class BestOfMany {
  /** Which arms are still in. */
  readonly isIn: boolean[];
  private readonly delta: number;
  /** h² S² / delta², the number of pairs at which a boundary is closed: [i * arms + l]. */
  private readonly closesAt: Float64Array;

  /**
   * @param first values of the first stage by arm, one a pair; higher is better
   * @param delta the smallest lead that matters, above 0
   * @param level such as 0.95
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
   * Looks at the race after r pairs. Arms that are out stay out.
   *
   * @param means by arm, over all r pairs; those of arms that are out are not read
   * @returns whether it is over: one arm is left, or no two that are left can be told apart any more
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
