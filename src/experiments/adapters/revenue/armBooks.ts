import type { RevenueArm } from '../../../scenario/scenario.ts';
import type { Beliefs } from '../../../worlds/revenue/contract/beliefs.ts';

/** What the runs of one arm left behind. */
export interface ArmBooks {
  readonly arm: RevenueArm;
  /** Index of the arm's own run. */
  readonly own: number;
  readonly beliefs: Beliefs;
  /** Sums of the books over replicates. */
  readonly monthSums: Float64Array;
  readonly completed: number;
}
