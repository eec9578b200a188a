import { pairedDifference } from '../../statistics/paired.ts';
import { tQuantile } from '../../statistics/tQuantile.ts';
import type { BestArm } from '../result/best.ts';

/** Inputs of the final ranking: the best arm, and the looks that share the error level. */
export interface Race {
  readonly best: number;
  /** 1 if higher is better, -1 if lower is. */
  readonly sign: number;
  /** Maximum number of looks. */
  readonly looks: number;
  readonly level: number;
}

/**
 * Standing of every arm against the best, in order of the difference.
 *
 * Both the best arm and the number of replicates of each arm are random. The error level, 1 - level, is
 * therefore split over all pairs of arms and all possible looks (Bonferroni).
 */
export function standingsOf(
  names: readonly string[],
  values: readonly (readonly number[])[],
  { best, sign, looks, level }: Race,
): BestArm[] {
  const among = (looks * names.length * (names.length - 1)) / 2;
  const arms = names.map((name, a): BestArm => {
    const n = values[a].length;
    const own = { name, n, mean: values[a].reduce((sum, value) => sum + value, 0) / n };
    if (a === best) return { ...own, standing: 'best', difference: 0, se: 0 };
    const [mine, its] = [values[a], values[best].slice(0, n)].map((each) => Float64Array.from(each));
    const { meanDifference, se } = pairedDifference(mine, its, 'neutral', 1)!;
    const clear = tQuantile(1 - (1 - level) / 2 / among, n - 1);
    const isBehind = -sign * meanDifference > clear * se;
    return {
      ...own,
      standing: se === 0 && meanDifference === 0 ? 'identical' : isBehind ? 'behind' : 'close',
      difference: meanDifference,
      se,
    };
  });
  const order = (arm: BestArm) => (arm.standing === 'best' ? -Infinity : -sign * arm.difference);
  return arms.sort((a, b) => order(a) - order(b));
}
