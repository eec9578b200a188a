import type { OutcomeDefinition } from '../../model/metric.ts';
import { describe } from '../../statistics/describe.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { CurrencyCost, Misalignment } from '../result/bundle.ts';
import type { ArmColumns, Values } from './armColumns.ts';

/**
 * Cost of misalignment of an arm in each currency of its world. Gaming part: the arm without gaming less the
 * arm. Effort part: the benchmark less the arm without gaming. The benchmark's people receive the arm's
 * expected pay as salary.
 */
export function misalignmentOf(
  adapter: WorldAdapter,
  a: number,
  columns: ArmColumns,
): Misalignment | undefined {
  if (columns.honest === undefined) return undefined;
  const costs: Record<string, CurrencyCost> = {};
  for (const id of adapter.currencies) {
    const cost = costIn(adapter, id, columns.own, columns.honest, columns.best);
    if (cost !== undefined) costs[id] = cost;
  }
  return {
    arm: adapter.arms[a].name,
    costs,
    beatsBenchmark: (costs[adapter.objective]?.total?.ci95[1] ?? 0) < 0,
  };
}

function costIn(
  { arms, outcomes, benchmarkPayIds }: WorldAdapter,
  id: string,
  own: Values,
  honest: Values,
  best: Values | undefined,
): CurrencyCost | undefined {
  const { unit, direction } = outcomes.find((outcome) => outcome.id === id) as OutcomeDefinition;
  const gaming = pairedDifference(honest(id), own(id), direction, arms.length);
  if (gaming === undefined) return undefined;
  if (best === undefined) return { unit, gaming };
  const benchmark = id === 'profitUsd' ? paidAlike(benchmarkPayIds, own, best) : best(id);
  const effort = pairedDifference(benchmark, honest(id), direction, arms.length);
  const total = pairedDifference(benchmark, own(id), direction, arms.length);
  return effort === undefined || total === undefined ? undefined : { unit, gaming, effort, total };
}

/** Profit of the benchmark if its people receive the arm's expected pay. */
function paidAlike(payIds: readonly string[], own: Values, best: Values): Float64Array {
  const pay = payIds.reduce((sum, id) => sum + (describe(own(id))?.mean ?? 0), 0);
  const benchmarkPay = payIds.map(best);
  return best('profitUsd').map(
    (profit, i) => profit + benchmarkPay.reduce((sum, each) => sum + each[i], 0) - pay,
  );
}
