import type { LaterOf } from '../../scenario/scenario.ts';
import { describe } from '../../statistics/describe.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { ArmResult, ArmStory } from '../result/bundle.ts';
import { type ArmColumns, personEquivalent } from './armColumns.ts';

/** Sampled outcomes of one arm. */
export interface ArmSample {
  /** Unadjusted outcomes: their spread is the risk that people face. */
  readonly columns: ArmColumns;
  /** Outcomes adjusted by the control variate: their means are more precise. */
  readonly steady: ArmColumns;
  /** Ids of the adjusted outcomes. */
  readonly freed: readonly string[];
}

/**
 * Results of one arm for the bundle.
 *
 * @param heldUsd salary adjustment under `hold`, in dollars over the horizon; undefined if nothing is held
 * @param budgetUsd for all pay over the horizon
 */
export function armResult(
  adapter: WorldAdapter,
  a: number,
  { columns, steady, freed }: ArmSample,
  story: ArmStory,
  heldUsd: number | undefined,
  budgetUsd: number | undefined,
): ArmResult {
  const { name, plan, set, about, later } = adapter.arms[a];
  const outcomes: Record<string, ArmResult['outcomes'][string]> = {};
  for (const { id, unit, direction, title } of adapter.outcomes) {
    // Values are amounts, not cases: a share is a ratio within a run, even if it is 0 or 1 in every run.
    const summary = describe(columns.own(id), false);
    if (summary === undefined) continue;
    const { mean, se, ci95 } = freed.includes(id) ? describe(steady.own(id), false)! : summary;
    outcomes[id] = { unit, direction, title, ...summary, mean, se, ci95 };
  }
  const equivalent = personEquivalent(adapter, a, columns.own);
  return {
    name,
    plan,
    ...(later === undefined ? {} : { later: changeOf(later) }),
    set,
    about,
    outcomes,
    ...(equivalent === undefined
      ? {}
      : { certaintyEquivalentUsd: { mean: equivalent.value, se: equivalent.se } }),
    ...(heldUsd === undefined ? {} : { heldUsd }),
    ...(budgetUsd === undefined || outcomes.payUsd === undefined
      ? {}
      : { overBudgetShare: shareAbove(columns.own('payUsd'), budgetUsd) }),
    ...story,
  };
}

function shareAbove(values: ArrayLike<number>, limit: number): number {
  let above = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > limit) above++;
  return above / values.length;
}

/** When which plan replaces the first, and what people know of it. */
function changeOf({ fromMonth, plan, beliefs }: LaterOf): ArmResult['later'] {
  return { fromMonth, plan, ...(beliefs === undefined ? {} : { beliefs }) };
}
