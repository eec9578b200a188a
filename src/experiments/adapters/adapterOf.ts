import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { Executor } from '../executors/executor.ts';
import type { PreparationCache } from '../running/preparationCache.ts';
import type { Wanted, WorldAdapter } from './adapter.ts';
import { revenueAdapter } from './revenue/revenueAdapter.ts';
import { textbookAdapter } from './textbookAdapter.ts';

/** Measures beliefs for chosen arms of several scenarios in one batch. */
export async function prepareBeliefs(
  scenarios: readonly Scenario[],
  names: readonly string[],
  cache: PreparationCache,
  executor: Executor,
  onDone: () => boolean = () => true,
): Promise<void> {
  const worlds = scenarios.flatMap((scenario) =>
    scenario.kind === 'revenue'
      ? named(scenario.arms, names).flatMap(({ world, today = world }) => [world, today])
      : [],
  );
  await cache.measureBeliefs(worlds, executor, onDone);
}

/**
 * Turns arms of a scenario into runs, with all the preparation that the runs require.
 *
 * @param names names of the arms; the adapter has them in scenario order
 * @param wanted the counterfactuals of each arm
 */
export async function adapterOf(
  scenario: Scenario,
  names: readonly string[],
  cache: PreparationCache,
  executor: Executor,
  wanted: Wanted,
): Promise<WorldAdapter> {
  return scenario.kind === 'revenue'
    ? revenueAdapter(named(scenario.arms, names), cache, executor, wanted)
    : textbookAdapter(named(scenario.arms, names), wanted);
}

function named<World>(arms: readonly ArmOf<World>[], names: readonly string[]): ArmOf<World>[] {
  return arms.filter((arm) => names.includes(arm.name));
}
