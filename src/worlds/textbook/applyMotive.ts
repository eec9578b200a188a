import { firstBest } from './firstBest.ts';
import type { TextbookTask, TextbookWorld } from './world.ts';

/**
 * Applies the agents' motive: `honest` fixes gaming tasks at baseline, `company` all effort at first best.
 */
export function applyMotive(world: TextbookWorld): TextbookWorld {
  if (world.motive === 'company') {
    const best = firstBest(world);
    return { ...world, tasks: world.tasks.map((task, k) => ({ ...task, lower: best[k], upper: best[k] })) };
  }
  if (world.motive !== 'honest') return world;
  const close = (task: TextbookTask) => ({ ...task, lower: task.baseline ?? 0, upper: task.baseline ?? 0 });
  return { ...world, tasks: world.tasks.map((task) => (task.gaming ? close(task) : task)) };
}
