import type { Plan } from '../../model/plan.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import {
  type Benchmark,
  betterOf,
  findBenchmark,
  type People,
} from '../../worlds/revenue/preparation/benchmark.ts';
import { type SettledBeliefs, settleBeliefs } from '../../worlds/revenue/preparation/interactions.ts';
import { measureOrdinary } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import {
  type EffectsPart,
  type MeasuredPart,
  measureEffects,
} from '../../worlds/revenue/preparation/measureEffects.ts';
import { type Arranged, arrange } from '../../worlds/revenue/preparation/ownerChoice.ts';
import { promiseWorths } from '../../worlds/revenue/preparation/promiseWorth.ts';

/**
 * A question about a world that is answered before the world is run, as plain data. `ordinary`: its ordinary
 * months. `effects`: a part of the effects of work. `habits`: beliefs under a plan, with interactions.
 * `benchmark`: the best policy found for a single decision maker. `arm-benchmark`: that, or what people do
 * under a plan without gaming if it is better. `arrangement`: how an owner of marketing and sales organises
 * the two.
 */
export type Question =
  | { readonly kind: 'ordinary'; readonly world: RevenueWorld }
  | {
      readonly kind: 'effects';
      readonly world: RevenueWorld;
      readonly beliefs: Beliefs;
      readonly part: EffectsPart;
    }
  | { readonly kind: 'benchmark'; readonly world: RevenueWorld; readonly beliefs: Beliefs }
  | {
      readonly kind: 'arm-benchmark';
      readonly benchmark: Benchmark;
      readonly people: People;
      readonly beliefs: Beliefs;
    }
  | {
      readonly kind: 'habits';
      readonly world: RevenueWorld;
      readonly pay: Plan;
      readonly beliefs: Beliefs;
    }
  | { readonly kind: 'arrangement'; readonly world: RevenueWorld; readonly pay: Plan }
  | {
      readonly kind: 'promises';
      readonly world: RevenueWorld;
      readonly pay: Plan;
      readonly beliefs: Beliefs;
    };

/** The answer to a question: the field that answers its kind is present, the others are absent. */
export interface Findings {
  readonly ordinary?: Beliefs;
  readonly effects?: MeasuredPart;
  readonly habits?: SettledBeliefs;
  readonly benchmark?: Benchmark;
  readonly arrangement?: Arranged;
  readonly worths?: Readonly<Record<string, number>>;
}

export function findOut(question: Question): Findings {
  switch (question.kind) {
    case 'ordinary':
      return { ordinary: measureOrdinary(question.world) };
    case 'effects':
      return { effects: measureEffects(question.world, question.beliefs, question.part) };
    case 'habits':
      return { habits: settleBeliefs(question.world, question.pay, question.beliefs) };
    case 'benchmark':
      return { benchmark: findBenchmark(question.world, question.beliefs) };
    case 'arm-benchmark':
      return { benchmark: betterOf(question.benchmark, question.people, question.beliefs) };
    case 'arrangement':
      return { arrangement: arrange(question.world, question.pay) };
    case 'promises':
      return { worths: promiseWorths(question.world, question.pay, question.beliefs) };
  }
}
