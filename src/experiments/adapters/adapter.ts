import type { OutcomeDefinition } from '../../model/metric.ts';
import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { ArmStory, Blame } from '../result/bundle.ts';
import type { Column } from '../running/column.ts';
import type { Control } from '../running/controlVariate.ts';
import type { RunSpec } from '../tasks/runSpec.ts';

/**
 * Indices of one arm's runs in `WorldAdapter.runs`. Identical runs are stored once: fields and arms can share
 * an index.
 */
export interface ArmRuns {
  /** The arm as written. */
  readonly own: number;
  /** The same people and random draws with gaming unavailable; absent unless requested. */
  readonly honest?: number;
  /** The benchmark: best company policy found, without gaming or incentive pay; absent unless requested. */
  readonly best?: number;
}

/** Counterfactuals that an arm is run with: none, the one without gaming, or that and the benchmark. */
export type Counterfactuals = 'none' | 'gaming' | 'all';
/** Counterfactuals requested for each arm, by name. */
export type Wanted = (arm: string) => Counterfactuals;

/** A salary that can be changed. */
export interface Salary {
  readonly person: string;
  /** The least of the arm's plans. */
  readonly usdPerYear: number;
  /** Whether turnover or hiring responds to it; otherwise a change of salary changes no run. */
  readonly affectsRuns: boolean;
}

/** Somebody whose pay is valued: outcome id of net pay, and risk aversion. */
export interface Paid {
  readonly netId: string;
  readonly riskAversionPerUsd: number;
}

/** Interface between experiments and a kind of world; hides all differences between kinds. */
export interface WorldAdapter {
  readonly kind: Scenario['kind'];
  readonly arms: readonly ArmOf<unknown>[];
  /** In storage order. */
  readonly outcomes: readonly OutcomeDefinition[];
  readonly runs: readonly RunSpec[];
  readonly runsOf: readonly ArmRuns[];
  readonly control?: Control;
  /** Outcomes in which the cost of misalignment is expressed. */
  readonly currencies: readonly string[];
  /** The currency among them in which nobody is expected to do better than the benchmark. */
  readonly objective: string;
  /** Outcomes of pay in which the benchmark is charged the arm's mean instead of its own. */
  readonly benchmarkPayIds: readonly string[];
  /** Outcomes that make up total pay. */
  readonly payIds: readonly string[];
  /**
   * Marginal effect of one dollar of salary on each outcome, for the person whose certainty equivalent is
   * reported. Under constant absolute risk aversion, salary changes no choice.
   */
  salaryEffects(arm: number): Readonly<Record<string, number>>;
  /** The salary of that person under an arm; undefined where salary is a mere transfer, without a floor. */
  salary(arm: number): Salary | undefined;
  /** The person whose certainty equivalent is reported. */
  person(arm: number): Paid | undefined;
  /** Everybody whose pay is worth something to them in a comparison of plans, that person included. */
  everybody(arm: number): readonly Paid[];
  /** Results of an arm other than its outcomes. */
  story(arm: number, column: Column, monthSums: Float64Array, completed: number): ArmStory;
  /** Caveats for readers of the results. */
  readonly warnings: readonly string[];
  /** Attribution of the loss against the benchmark; undefined if unsupported or not run. */
  blame(arm: number, column: Column): Blame | undefined;
}

/** A list without duplicates; `add` returns the index of the item. */
export function distinctList<T>(keyOf: (item: T) => string): {
  readonly list: T[];
  readonly add: (item: T) => number;
} {
  const list: T[] = [];
  const index = new Map<string, number>();
  const add = (item: T): number => {
    const key = keyOf(item);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, list.length);
    return list.push(item) - 1;
  };
  return { list, add };
}
