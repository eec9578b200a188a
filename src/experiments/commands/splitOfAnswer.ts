import type { Scenario } from '../../scenario/scenario.ts';
import type { Answer } from '../result/answer.ts';
import type { HarmSplit } from '../result/harmSplit.ts';
import type { AgainstReferenceOptions } from './againstReference.ts';
import { split } from './split.ts';
import { isSplittable } from './splitBonus.ts';

/** Most runs of each combination: what makes the difference is told apart with fewer than the difference. */
export const SPLIT_RUNS = 100;
/** Fewest runs that can tell what makes a difference. */
export const LEAST_SPLIT_RUNS = 30;

/**
 * What makes the difference between the reference and the best-ranked choice that pays the same person on
 * other metrics. Undefined if there is none, if nothing is ranked, or after too few runs.
 */
export async function splitOfAnswer(
  scenario: Scenario,
  answer: Answer | undefined,
  options: Omit<AgainstReferenceOptions, 'arm' | 'replicates'> & { readonly replicates: number },
): Promise<HarmSplit | undefined> {
  if (scenario.kind !== 'revenue' || answer === undefined || options.replicates < LEAST_SPLIT_RUNS)
    return undefined;
  const other = answer.ranking.find(
    ({ arm, isChoice }) => isChoice && arm !== scenario.reference && isSplittable(scenario, arm),
  );
  if (other === undefined) return undefined;
  return split(scenario, {
    ...options,
    arm: other.arm,
    replicates: Math.min(SPLIT_RUNS, options.replicates),
  });
}
