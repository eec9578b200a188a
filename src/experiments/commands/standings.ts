import { pairedDifference } from '../../statistics/paired.ts';
import { tQuantile } from '../../statistics/tQuantile.ts';
import type { BestArm } from '../result/best.ts';

/** Who was best, and how many looks and arms share the level. */
export interface Race {
  readonly best: number;
  /** 1 where higher is better, -1 where lower is. */
  readonly sign: number;
  /** Looks that were possible. */
  readonly looks: number;
  readonly level: number;
}

/**
 * How every arm stands to the best, the best first, then by the difference from it.
 *
 * Which arm is best and how many replicates another took are matters of luck: every pair of arms at every
 * look that was possible shares 1 - level.
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
