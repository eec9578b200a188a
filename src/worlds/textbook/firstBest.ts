import { QuadraticChoice } from '../../people/solver/quadraticChoice.ts';
import { leastEffort, mostEffort } from './effortBounds.ts';
import type { TextbookWorld } from './world.ts';

/**
 * First best: the effort that maximises value less cost of effort, within bounds and without gaming. The
 * benchmark of a single decision maker.
 *
 * Formula: C (e - baseline) = value, where no bound binds.
 *
 * @example firstBest(world) // [1] for one task worth 1 at a cost of e^2 / 2
 */
export function firstBest(world: TextbookWorld): number[] {
  const { tasks, effortCost } = world;
  const choice = new QuadraticChoice(tasks.length);
  tasks.forEach((task, k) => {
    const { valueUsd, baseline = 0, gaming } = task;
    choice.slope[k] = valueUsd;
    choice.lower[k] = gaming ? 0 : leastEffort(task) - baseline;
    choice.upper[k] = gaming ? 0 : mostEffort(task) - baseline;
  });
  choice.solve(Float64Array.from(effortCost.flat()));
  return tasks.map((task, k) => (task.baseline ?? 0) + choice.change[k]);
}
