import type { OutcomeDefinition } from '../../model/metric.ts';
import type { ArmOf, Scenario } from '../../scenario/scenario.ts';
import type { ArmStory, Blame } from '../bundle.ts';
import type { Line } from '../lines.ts';

/** Values of an outcome by replicate: of a line, by the outcome's id. */
export type Column = (line: number, id: string) => Float64Array;

/** The runs behind one arm: indices of lines, several of which may be the same. */
export interface ArmLines {
  /** The arm as it is. */
  readonly own: number;
  /** The same people on the same luck with gaming unavailable; absent where that is not asked for. */
  readonly honest?: number;
  /** The best way to run the whole that is known, gaming and pay left out; absent where that is not asked for. */
  readonly best?: number;
}

/** Which runs an arm has besides its own: those without gaming, or its benchmark as well. */
export type Counterfactuals = 'none' | 'gaming' | 'all';
/** The same of every arm, by its name. */
export type Wanted = (arm: string) => Counterfactuals;

/** What experiments need to know of the world that arms live in: the one place where kinds of world differ to them. */
export interface Ground {
  readonly kind: Scenario['kind'];
  readonly arms: readonly ArmOf<unknown>[];
  /** In the order in which runs store them. */
  readonly outcomes: readonly OutcomeDefinition[];
  readonly lines: readonly Line[];
  readonly linesOf: readonly ArmLines[];
  /** Luck that is 0 on average, and the outcomes that hang on it. */
  readonly control?: { readonly id: string; readonly of: readonly string[] };
  /** Outcomes in which the cost of misalignment is stated. */
  readonly currencies: readonly string[];
  /** The pay that the benchmark is charged with, in the outcome of this name. */
  readonly payId: string;
  /** Everybody's pay. */
  readonly payIds: readonly string[];
  /** What one dollar more of salary adds to each outcome; it changes no choice under constant absolute risk aversion. */
  salaryMoves(arm: number): Readonly<Record<string, number>>;
  /** Whose certainty equivalent is stated: the outcome that is left to that person, and their risk aversion. */
  person(arm: number): { readonly netId: string; readonly riskAversionPerUsd: number } | undefined;
  /** What is told of an arm besides its outcomes. */
  story(arm: number, column: Column, monthSums: Float64Array, completed: number): ArmStory;
  /** What a reader of the results must know. */
  readonly warnings: readonly string[];
  /** Who lost what against the benchmark, where the world can say and the benchmark is run. */
  blame(arm: number, column: Column): Blame | undefined;
}

/** Adds things to a list, equal ones once, and tells where each stands. */
export function distinctList<T>(keyOf: (item: T) => string): { list: T[]; add: (item: T) => number } {
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
