import { certaintyEquivalentOf } from '../../statistics/certaintyEquivalentOf.ts';
import { describe } from '../../statistics/describe.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Column } from '../running/column.ts';

/** Values of outcomes by replicate, by id. */
export type Values = (id: string) => Float64Array;

/** An arm's outcomes in its own runs, and in those of its counterfactuals that are run. */
export interface ArmColumns {
  readonly own: Values;
  readonly honest?: Values;
  readonly best?: Values;
}

/** What is held equal between arms: expected pay, or the certainty equivalent of the person it pays. */
export type Hold = 'cost' | 'utility';

/**
 * Changes of salary that hold pay at the reference's, by arm, in dollars; undefined where nothing is held.
 * Under constant absolute risk aversion a salary changes no choice.
 */
export function salaryShifts(
  hold: Hold | undefined,
  adapter: WorldAdapter,
  column: Column,
  reference: number,
): (number | undefined)[] {
  const { arms, runsOf, payIds } = adapter;
  if (hold === undefined) return arms.map(() => undefined);
  const levels = arms.map((_, a) => {
    const own: Values = (id) => column(runsOf[a].own, id);
    return hold === 'cost'
      ? payIds.reduce((sum, id) => sum + (describe(own(id))?.mean ?? 0), 0)
      : (personEquivalent(adapter, a, own)?.value ?? 0);
  });
  return arms.map((_, a) => {
    const effects = adapter.salaryEffects(a);
    // A dollar of salary costs as much as there are people who get it.
    const heads = hold === 'cost' ? payIds.reduce((sum, id) => sum + (effects[id] ?? 0), 0) : 1;
    return (levels[reference] - levels[a]) / heads;
  });
}

/** An arm's outcomes with its salaries changed. Runs themselves, which arms may share, stay as they are. */
export function armColumns(adapter: WorldAdapter, a: number, column: Column, shiftUsd: number): ArmColumns {
  const { own, honest, best } = adapter.runsOf[a];
  const effects = adapter.salaryEffects(a);
  const shifted =
    (run: number): Values =>
    (id) => {
      const shift = (effects[id] ?? 0) * shiftUsd;
      return shift === 0 ? column(run, id) : column(run, id).map((value) => value + shift);
    };
  return {
    own: shifted(own),
    ...(honest === undefined ? {} : { honest: shifted(honest) }),
    ...(best === undefined ? {} : { best: (id: string) => column(best, id) }),
  };
}

/** Certainty equivalent of an arm's pay to the person it pays, over the replicates that did not fail. */
export function personEquivalent(
  adapter: WorldAdapter,
  a: number,
  own: Values,
): { readonly value: number; readonly se: number } | undefined {
  const person = adapter.person(a);
  if (person === undefined) return undefined;
  const net = own(person.netId).filter((value) => !Number.isNaN(value));
  return net.length === 0 ? undefined : certaintyEquivalentOf(net, person.riskAversionPerUsd);
}
