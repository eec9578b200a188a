import { QuadraticChoice } from '../../people/solver/quadraticChoice.ts';
import { leastEffort, mostEffort } from './effortBounds.ts';
import type { TextbookWorld } from './world.ts';

/**
 * The first best: the effort at which value less the cost of effort is largest, within bounds and without
 * gaming. What one mind would do.
 *
 * Formula: C (e - baseline) = value, where no bound is in the way.
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
