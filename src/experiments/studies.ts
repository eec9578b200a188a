import type { Plan } from '../model/plan.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { type Benchmark, findBenchmark } from '../worlds/revenue/benchmark.ts';
import { measureBeliefs } from '../worlds/revenue/measureBeliefs.ts';
import { type Arranged, arrange } from '../worlds/revenue/owner.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import { type Line, LineRunner } from './lines.ts';

/** Something to find out: what tactics do in a world, the best policy of a company, how its owner arranges it, or how some outcomes come out on a few lines. Plain data. */
export type Study =
  | { readonly kind: 'beliefs'; readonly world: RevenueWorld }
  | { readonly kind: 'arrangement'; readonly world: RevenueWorld; readonly pay: Plan }
  | { readonly kind: 'benchmark'; readonly world: RevenueWorld; readonly beliefs: BeliefTable }
  | {
      readonly kind: 'trial';
      readonly lines: readonly Line[];
      readonly seed: string;
      readonly replicates: number;
      /** Indices of outcomes. */
      readonly outcomes: readonly number[];
    };

/** What a study of each kind finds. */
export interface Studied {
  readonly beliefs?: BeliefTable;
  readonly benchmark?: Benchmark;
  readonly arrangement?: Arranged;
  /** Each outcome by line and replicate; NaN where undefined or failed. */
  readonly trial?: readonly (readonly Float64Array[])[];
}

/** Does one study. */
export function doStudy(study: Study): Studied {
  if (study.kind === 'beliefs') return { beliefs: measureBeliefs(study.world, believesNaively(study.world)) };
  if (study.kind === 'benchmark') return { benchmark: findBenchmark(study.world, study.beliefs) };
  if (study.kind === 'arrangement')
    return { arrangement: arrange(study.world, study.pay, believesNaively(study.world)) };
  const { lines, seed, replicates } = study;
  const { outcomes } = new LineRunner(lines, seed).run(0, replicates);
  const width = outcomes.length / (lines.length * replicates);
  return {
    trial: study.outcomes.map((outcome) =>
      lines.map((_, line) =>
        Float64Array.from(
          { length: replicates },
          (_, replicate) => outcomes[(replicate * lines.length + line) * width + outcome],
        ),
      ),
    ),
  };
}

/** Whether the director of a world believes in conversion rates rather than in total effects. */
export function believesNaively(world: RevenueWorld): boolean {
  return world.people.some((person) => person.role === 'marketing-director' && person.beliefs === 'naive');
}
