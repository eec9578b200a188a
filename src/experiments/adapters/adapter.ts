import type { OutcomeDefinition } from '../../model/metric.ts';
import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { ArmStory, Blame } from '../result/bundle.ts';
import type { Column } from '../running/column.ts';
import type { Control } from '../running/controlVariate.ts';
import type { RunSpec } from '../tasks/runSpec.ts';

/** The runs behind one arm: indices of runs, several of which may be the same. */
export interface ArmRuns {
  /** The arm as it is. */
  readonly own: number;
  /** The same people on the same luck with gaming unavailable; absent where that is not asked for. */
  readonly honest?: number;
  /**
   * The best way to run the whole that is known, gaming and pay left out; absent where that is not asked for.
   */
  readonly best?: number;
}

/** Counterfactuals that an arm is run with: none, the one without gaming, or its benchmark as well. */
export type Counterfactuals = 'none' | 'gaming' | 'all';
/** The same for every arm, by name. */
export type Wanted = (arm: string) => Counterfactuals;

/**
 * What experiments know of the kind of world that arms live in: the one place where kinds of world differ to
 * them.
 */
export interface WorldAdapter {
  readonly kind: Scenario['kind'];
  readonly arms: readonly ArmOf<unknown>[];
  /** In the order in which runs store them. */
  readonly outcomes: readonly OutcomeDefinition[];
  readonly runs: readonly RunSpec[];
  readonly runsOf: readonly ArmRuns[];
  readonly control?: Control;
  /** Outcomes in which the cost of misalignment is stated. */
  readonly currencies: readonly string[];
  /** Outcomes that hold the pay which the benchmark is charged with. */
  readonly benchmarkPayIds: readonly string[];
  /** Outcomes that hold everybody's pay. */
  readonly payIds: readonly string[];
  /**
   * What one dollar more of salary adds to each outcome: of the person whose certainty equivalent is stated.
   * It changes no choice under constant absolute risk aversion.
   */
  salaryEffects(arm: number): Readonly<Record<string, number>>;
  /** Whose certainty equivalent is stated: the outcome that this person keeps, and their risk aversion. */
  person(arm: number): { readonly netId: string; readonly riskAversionPerUsd: number } | undefined;
  /** What is told of an arm besides its outcomes. */
  story(arm: number, column: Column, monthSums: Float64Array, completed: number): ArmStory;
  /** What a reader of the results must know. */
  readonly warnings: readonly string[];
  /** Who lost what against the benchmark, where the world can say and the benchmark is run. */
  blame(arm: number, column: Column): Blame | undefined;
}

/** A list that takes equal items once and says where each stands. */
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
