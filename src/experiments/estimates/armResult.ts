import { describe } from '../../statistics/describe.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { ArmResult, ArmStory } from '../result/bundle.ts';
import { type ArmColumns, personEquivalent } from './armColumns.ts';

/**
 * What is told of one arm.
 *
 * @param columns outcomes as they came: their spread from run to run is what people meet
 * @param steady outcomes with the control taken out: their means are known better
 * @param heldUsd change of salary that holds pay equal
 */
export function armResult(
  adapter: WorldAdapter,
  a: number,
  { columns, steady }: { readonly columns: ArmColumns; readonly steady: ArmColumns },
  story: ArmStory,
  heldUsd: number | undefined,
): ArmResult {
  const { name, plan, set, about, later } = adapter.arms[a];
  const outcomes: Record<string, ArmResult['outcomes'][string]> = {};
  for (const { id, unit, direction, title } of adapter.outcomes) {
    const summary = describe(columns.own(id), unit === 'share' || unit === 'count');
    if (summary === undefined) continue;
    const values = steady.own(id);
    const { mean, se, ci95 } = values === columns.own(id) ? summary : describe(values, false)!;
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
