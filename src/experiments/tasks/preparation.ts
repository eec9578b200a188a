import type { Plan } from '../../model/plan.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { type Benchmark, findBenchmark } from '../../worlds/revenue/preparation/benchmark.ts';
import { measureBeliefs } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import { type Arranged, arrange } from '../../worlds/revenue/preparation/ownerChoice.ts';

/**
 * What is found out about a world before it is run. Plain data. `beliefs`: what work does. `benchmark`: the
 * best policy of one mind. `arrangement`: how an owner of marketing and sales arranges the two.
 */
export type Question =
  | { readonly kind: 'beliefs'; readonly world: RevenueWorld }
  | { readonly kind: 'benchmark'; readonly world: RevenueWorld; readonly beliefs: Beliefs }
  | { readonly kind: 'arrangement'; readonly world: RevenueWorld; readonly pay: Plan };

/** What a question of each kind is answered with. */
export interface Findings {
  readonly beliefs?: Beliefs;
  readonly benchmark?: Benchmark;
  readonly arrangement?: Arranged;
}

/** Answers one question. */
export function findOut(question: Question): Findings {
  switch (question.kind) {
    case 'beliefs':
      return { beliefs: measureBeliefs(question.world) };
    case 'benchmark':
      return { benchmark: findBenchmark(question.world, question.beliefs) };
    case 'arrangement':
      return { arrangement: arrange(question.world, question.pay) };
  }
}
