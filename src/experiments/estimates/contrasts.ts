import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Contrast } from '../result/bundle.ts';
import type { ArmColumns } from './armColumns.ts';

/** Indices of the reference and of each arm's comparison arm. */
export interface Comparisons {
  readonly reference: number;
  readonly against: readonly number[];
}

/**
 * Paired differences of every arm from its comparison arm, in all outcomes.
 *
 * @param columns unadjusted outcomes of every arm
 * @param steady outcomes adjusted by the control variate
 * @param steadied ids of the adjusted outcomes
 */
export function contrastsOf(
  { arms, outcomes: definitions }: WorldAdapter,
  { reference, against }: Comparisons,
  columns: readonly ArmColumns[],
  steady: readonly ArmColumns[],
  steadied: readonly string[],
): Contrast[] {
  return arms.flatMap((arm, a) => {
    if (a === reference) return [];
    const outcomes: Record<string, PairedDifference> = {};
    for (const { id, direction } of definitions) {
      const [own, other] = [steady[a].own(id), steady[against[a]].own(id)];
      const difference = pairedDifference(own, other, direction, arms.length - 1);
      if (difference === undefined) continue;
      outcomes[id] = difference;
      if (direction === 'neutral' || !steadied.includes(id)) continue;
      // The share of runs in which an arm is better refers to unadjusted runs.
      const asTheyCame = pairedDifference(columns[a].own(id), columns[against[a]].own(id), direction, 1);
      outcomes[id] = { ...difference, betterShare: asTheyCame!.betterShare! };
    }
    return [{ arm: arm.name, reference: arms[against[a]].name, outcomes }];
  });
}
