import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { Executor } from '../executor.ts';
import type { WorldBook } from '../worldBook.ts';
import type { Ground, Wanted } from './ground.ts';
import { revenueGround } from './revenueGround.ts';
import { textbookGround } from './textbookGround.ts';

/** Finds out what must be known of the worlds of some arms before they are run, all of them at once. */
export async function learnAbout(
  scenarios: readonly Scenario[],
  names: readonly string[],
  book: WorldBook,
  executor: Executor,
  onDone: () => boolean = () => true,
): Promise<void> {
  const worlds = scenarios.flatMap((scenario) =>
    scenario.kind === 'revenue' ? named(scenario.arms, names).map((arm) => arm.world) : [],
  );
  await book.learn(worlds, executor, onDone);
}

/**
 * The ground on which some arms of a scenario stand.
 *
 * @param names the arms, in the scenario's order
 * @param wanted which runs each arm is to have besides its own
 */
export async function groundOf(
  scenario: Scenario,
  names: readonly string[],
  book: WorldBook,
  executor: Executor,
  wanted: Wanted,
): Promise<Ground> {
  return scenario.kind === 'revenue'
    ? revenueGround(named(scenario.arms, names), book, executor, wanted)
    : textbookGround(named(scenario.arms, names), wanted);
}

function named<World>(arms: readonly ArmOf<World>[], names: readonly string[]): ArmOf<World>[] {
  return arms.filter((arm) => names.includes(arm.name));
}
