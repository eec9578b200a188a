import type { Bundle } from '../experiments/result/bundle.ts';
import { tQuantile } from '../statistics/tQuantile.ts';

/** An arm against its benchmark in joint surplus, as shares of the arm's own. */
export interface AgainstBenchmark {
  readonly scenario: string;
  readonly arm: string;
  readonly runs: number;
  /** Arm less benchmark. */
  readonly gainShare: number;
  readonly se: number;
}

/** Largest gain over the benchmark that an arm may show, and largest upper end of its interval. */
export const MOST_GAIN_SHARE = 0.0025;
export const MOST_UPPER_SHARE = 0.005;

/** Every arm of a comparison against its benchmark; empty in worlds without one. */
export function againstBenchmark(scenario: string, { misalignment, arms }: Bundle): AgainstBenchmark[] {
  return misalignment.flatMap(({ arm, costs: { surplusUsd } }) => {
    if (surplusUsd?.total === undefined) return [];
    const { n, meanDifference, se } = surplusUsd.total;
    const level = Math.abs(arms.find(({ name }) => name === arm)!.outcomes.surplusUsd.mean);
    return [{ scenario, arm, runs: n, gainShare: -meanDifference / level, se: se / level }];
  });
}

/** Upper end of the one-sided 99% interval of an arm that is read together with others. */
export function upperEnd({ gainShare, se, runs }: AgainstBenchmark, arms: number): number {
  return gainShare + (se > 0 ? tQuantile(1 - 0.01 / arms, runs - 1) * se : 0);
}
