import type { Plan } from '../model/plan.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import type { TextbookWorld } from '../worlds/textbook/world.ts';

/** One number of a scenario with where it comes from. */
export interface Assumption {
  readonly path: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly about: string;
  readonly source: string;
  /**
   * default: the parameter's own; base: a preset or a file extended; scenario: the file itself; set: an
   * override of the command.
   */
  readonly origin: 'default' | 'base' | 'scenario' | 'set';
  readonly low?: number;
  readonly high?: number;
}

/** What a comparison compares: a plan plus sparse overrides of the world. */
export interface ArmOf<World> {
  readonly name: string;
  readonly plan: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly about?: string;
  /** The arm that it is compared with, where that is not the scenario's reference. */
  readonly against?: string;
  readonly world: World;
  readonly pay: Plan;
  /** The plan that takes the place of the first from a month of play on (1-based). */
  readonly later?: { readonly fromMonth: number; readonly plan: string; readonly pay: Plan };
}

/** A scenario, read, checked and resolved: plain data. */
export interface ScenarioOf<Kind extends string, World> {
  /** The kind of world that it is set in. */
  readonly kind: Kind;
  readonly name: string;
  readonly about?: string;
  readonly outcome: string;
  readonly reference: string;
  /** Outcomes that a report tells of first, arm by arm. */
  readonly tell: readonly string[];
  readonly horizonMonths: number;
  readonly replicates: number;
  readonly seed: string;
  /** All arms, in the order of the file. */
  readonly arms: readonly ArmOf<World>[];
  readonly plans: Readonly<Record<string, Plan>>;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** The merged file before arms: what the hash is taken of and what reports print. */
  readonly resolved: Record<string, unknown>;
  readonly hash: string;
}

/** A company with marketing and sales. */
export type RevenueScenario = ScenarioOf<'revenue', RevenueWorld>;
/** Agents with tasks and noisy metrics. */
export type TextbookScenario = ScenarioOf<'textbook', TextbookWorld>;
export type Scenario = RevenueScenario | TextbookScenario;
export type RevenueArm = ArmOf<RevenueWorld>;
export type TextbookArm = ArmOf<TextbookWorld>;
export type Arm = RevenueArm | TextbookArm;

/** The arm that another one is compared with. */
export function referenceOf(scenario: Scenario, name: string): string {
  return scenario.arms.find((arm) => arm.name === name)?.against ?? scenario.reference;
}
