import type { RevenueArm } from '../../../scenario/scenario.ts';
import type { Beliefs } from '../../../worlds/revenue/contract/beliefs.ts';

/** Simulation records of one arm. */
export interface ArmBooks {
  readonly arm: RevenueArm;
  /** Index of the arm's own run. */
  readonly own: number;
  readonly beliefs: Beliefs;
  /** Monthly book totals, summed over replicates. */
  readonly monthSums: Float64Array;
  readonly completed: number;
  /** First month under a later plan of any arm, 0-based; undefined if no plan changes. */
  readonly since?: number;
}
