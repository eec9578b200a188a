import { describe } from '../../statistics/describe.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { ArmResult, ArmStory } from '../result/bundle.ts';
import { type ArmColumns, personEquivalent } from './armColumns.ts';

/** What was sampled of one arm. */
export interface ArmSample {
  /** Outcomes as they came: their spread from run to run is what people meet. */
  readonly columns: ArmColumns;
  /** Outcomes with the control variate taken out: their means are known better. */
  readonly steady: ArmColumns;
  /** Ids of the outcomes that it was taken out of. */
  readonly freed: readonly string[];
}

/**
 * What is told of one arm.
 *
 * @param heldUsd change of salary that holds pay equal
 */
export function armResult(
  adapter: WorldAdapter,
  a: number,
  { columns, steady, freed }: ArmSample,
  story: ArmStory,
  heldUsd: number | undefined,
): ArmResult {
  const { name, plan, set, about, later } = adapter.arms[a];
  const outcomes: Record<string, ArmResult['outcomes'][string]> = {};
  for (const { id, unit, direction, title } of adapter.outcomes) {
    const summary = describe(columns.own(id), unit === 'share' || unit === 'count');
    if (summary === undefined) continue;
    const { mean, se, ci95 } = freed.includes(id) ? describe(steady.own(id), false)! : summary;
    outcomes[id] = { unit, direction, title, ...summary, mean, se, ci95 };
  }
  const equivalent = personEquivalent(adapter, a, columns.own);
  return {
    name,
    plan,
    ...(later === undefined ? {} : { later: { fromMonth: later.fromMonth, plan: later.plan } }),
    set,
    about,
    outcomes,
    ...(equivalent === undefined
      ? {}
      : { certaintyEquivalentUsd: { mean: equivalent.value, se: equivalent.se } }),
    ...(heldUsd === undefined ? {} : { heldUsd }),
    ...story,
  };
}
