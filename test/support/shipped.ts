import { readFileSync } from 'node:fs';
import type { Counterfactuals } from '../../src/experiments/adapters/adapter.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from './shared.ts';

export const textOf = (file: string) => readFileSync(`scenarios/${file}`, 'utf8');
/** Resolves the base of a shipped scenario. */
export const readBase = (reference: string) => ({ text: textOf(reference), file: reference });

/** Runs a shipped scenario with overrides, optionally only some arms; no counterfactuals by default. */
export function play(
  name: string,
  replicates: number,
  set: Readonly<Record<string, unknown>> = {},
  arms?: readonly string[],
  counterfactuals: Counterfactuals = 'none',
): Promise<Bundle> {
  return compare(parseRevenueScenario(textOf(`${name}.yaml`), { readBase, set }), {
    ...(arms === undefined ? {} : { arms }),
    replicates,
    counterfactuals,
    cache,
    executor: threads,
  });
}

export const armOf = (bundle: Bundle, name: string) => bundle.arms.find((arm) => arm.name === name)!;
export const mean = (bundle: Bundle, arm: string, id: string) => armOf(bundle, arm).outcomes[id].mean;
/** Paired difference of an arm from the reference. */
export const contrast = (bundle: Bundle, arm: string, id: string) =>
  bundle.contrasts.find((item) => item.arm === arm)!.outcomes[id];
