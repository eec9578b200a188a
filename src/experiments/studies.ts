import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { type Benchmark, findBenchmark } from '../worlds/revenue/benchmark.ts';
import { measureBeliefs } from '../worlds/revenue/measureBeliefs.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';

/** Something to find out about a world before it is run: what tactics do in it, or, given that, the best company policy. Plain data. */
export interface Study {
  readonly world: RevenueWorld;
  /** What tactics do, where the best policy is wanted. */
  readonly beliefs?: BeliefTable;
}

export type Studied =
  | { readonly beliefs: BeliefTable; readonly benchmark?: never }
  | { readonly benchmark: Benchmark; readonly beliefs?: never };

/** Does one study. */
export function doStudy({ world, beliefs }: Study): Studied {
  if (beliefs !== undefined) return { benchmark: findBenchmark(world, beliefs) };
  return { beliefs: measureBeliefs(world, believesNaively(world)) };
}

/** Whether the director of a world believes in conversion rates rather than in total effects. */
export function believesNaively(world: RevenueWorld): boolean {
  return world.people.some((person) => person.role === 'marketing-director' && person.beliefs === 'naive');
}
