import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Contrast } from '../result/bundle.ts';
import type { ArmColumns } from './armColumns.ts';

/** The arms that are compared, by index: the reference, and the one that each is compared with. */
export interface Comparisons {
  readonly reference: number;
  readonly against: readonly number[];
}

/**
 * Paired differences of every arm from the one it is compared with, in all outcomes.
 *
 * @param columns outcomes as they came, of every arm
 * @param steady outcomes with the control taken out
 * @param steadied ids of the outcomes that it was taken out of
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
      // In how many runs an arm is better is a matter of the runs as they came.
      const asTheyCame = pairedDifference(columns[a].own(id), columns[against[a]].own(id), direction, 1);
      outcomes[id] = { ...difference, betterShare: asTheyCame!.betterShare! };
    }
    return [{ arm: arm.name, reference: arms[against[a]].name, outcomes }];
  });
}
