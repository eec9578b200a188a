import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { Executor } from '../executors/executor.ts';
import type { PreparationCache } from '../running/preparationCache.ts';
import type { Wanted, WorldAdapter } from './adapter.ts';
import { revenueAdapter } from './revenue/revenueAdapter.ts';
import { textbookAdapter } from './textbookAdapter.ts';

/** Measures beliefs in the worlds of some arms of several scenarios, all of them at once. */
export async function prepareBeliefs(
  scenarios: readonly Scenario[],
  names: readonly string[],
  cache: PreparationCache,
  executor: Executor,
  onDone: () => boolean = () => true,
): Promise<void> {
  const worlds = scenarios.flatMap((scenario) =>
    scenario.kind === 'revenue' ? named(scenario.arms, names).map((arm) => arm.world) : [],
  );
  await cache.measureBeliefs(worlds, executor, onDone);
}

/**
 * Some arms of a scenario as runs, with all that must be known before they are played.
 *
 * @param names the arms, in the scenario's order
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
