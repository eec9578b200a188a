import { certaintyEquivalentOf } from '../../statistics/certaintyEquivalentOf.ts';
import { describe } from '../../statistics/describe.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Column } from '../running/column.ts';

/** Values of an outcome by replicate, looked up by id. */
export type Values = (id: string) => Float64Array;

/** Outcomes of an arm and of those of its counterfactuals that are run. */
export interface ArmColumns {
  readonly own: Values;
  readonly honest?: Values;
  readonly best?: Values;
}

/** Quantity that is equalised between arms: expected pay, or the certainty equivalent of the paid person. */
export type Hold = 'cost' | 'utility';

/** What an arm's held quantity lacks against the reference. */
export interface SalaryGap {
  /** In dollars per recipient over the horizon; undefined without anybody whose salary can be changed. */
  readonly usd: number | undefined;
  /** The held quantity of the reference, per recipient, in dollars. */
  readonly levelUsd: number;
}

/** Salary of each arm that would equalise the held quantity with the reference, if nobody answered to it. */
export function salaryGaps(
  hold: Hold,
  adapter: WorldAdapter,
  column: Column,
  reference: number,
): readonly SalaryGap[] {
  const { arms, runsOf, payIds } = adapter;
  const levels = arms.map((_, a) => {
    const own: Values = (id) => column(runsOf[a].own, id);
    return hold === 'cost'
      ? payIds.reduce((sum, id) => sum + (describe(own(id))?.mean ?? 0), 0)
      : (personEquivalent(adapter, a, own)?.value ?? 0);
  });
  return arms.map((_, a) => {
    const effects = adapter.salaryEffects(a);
    // A dollar of adjustment costs one dollar for each person who receives it.
    const heads = hold === 'cost' ? payIds.reduce((sum, id) => sum + (effects[id] ?? 0), 0) : 1;
    // Without anybody whose salary can be adjusted, pay stays as written.
    return {
      usd: heads > 0 ? (levels[reference] - levels[a]) / heads : undefined,
      levelUsd: levels[reference] / Math.max(1, heads),
    };
  });
}

/** An arm's outcomes after its salary adjustment; the runs, which arms may share, are not modified. */
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

/** Certainty equivalent of the paid person, over the replicates in which net pay is defined, in dollars. */
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
