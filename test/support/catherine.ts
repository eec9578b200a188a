import { readFileSync } from 'node:fs';
import { type CompareOptions, compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from './shared.ts';

export const CATHERINE = readFileSync('scenarios/catherine.yaml', 'utf8');

/** Runs arms of the Catherine scenario under overrides, without benchmarks unless requested. */
export function runCatherine(
  arms: readonly string[],
  set: Readonly<Record<string, unknown>> = {},
  replicates = 100,
  options: CompareOptions = {},
): Promise<Bundle> {
  const scenario = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml', set });
  return compare(scenario, {
    arms,
    replicates,
    counterfactuals: 'gaming',
    cache,
    executor: threads,
    ...options,
  });
}

export function mean(bundle: Bundle, arm: string, outcome: string): number {
  const value = bundle.arms.find((candidate) => candidate.name === arm)?.outcomes[outcome]?.mean;
  if (value === undefined) throw new Error(`no ${outcome} for ${arm}`);
  return value;
}

/** Paired difference of an arm from the reference. */
export function difference(bundle: Bundle, arm: string, outcome: string) {
  const found = bundle.contrasts.find((contrast) => contrast.arm === arm)?.outcomes[outcome];
  if (found === undefined) throw new Error(`no contrast of ${arm} on ${outcome}`);
  return found;
}

/** Cost of gaming in revenue under an arm: the arm without gaming less the arm. */
export function gamingCost(bundle: Bundle, arm: string) {
  const found = bundle.misalignment.find((item) => item.arm === arm)?.costs.revenueUsd.gaming;
  if (found === undefined) throw new Error(`no misalignment for ${arm}`);
  return found;
}
