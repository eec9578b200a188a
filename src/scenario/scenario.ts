import type { Plan } from '../model/plan.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import type { TextbookWorld } from '../worlds/textbook/world.ts';
import type { Observed } from './observedSchema.ts';

/** One parameter of a scenario with its value, origin, source and plausible range. */
export interface Assumption {
  readonly path: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly about: string;
  readonly source: string;
  /**
   * `default`: the parameter's default. `base`: a preset or an extended file. `scenario`: the file itself.
   * `set`: an override by the command.
   */
  readonly origin: 'default' | 'base' | 'scenario' | 'set';
  readonly low?: number;
  readonly high?: number;
}

/** A plan that replaces another during a run. */
export interface LaterOf {
  /** Month of play from which it pays, 1-based. */
  readonly fromMonth: number;
  readonly plan: string;
  readonly pay: Plan;
  /** Whether people find out by doing what it pays for; by default they know it, or go on learning. */
  readonly beliefs?: 'learning';
}

/** An arm of a comparison: a plan, plus sparse overrides of the scenario. */
export interface ArmOf<World> {
  readonly name: string;
  readonly plan: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly about?: string;
  /** The comparison arm, if it is not the scenario's reference. */
  readonly against?: string;
  readonly world: World;
  /** World of the scenario's reference arm: what all arms start from. Default: the arm's own. */
  readonly today?: World;
  readonly pay: Plan;
  /** The plan that replaces the first one from a month of play on (1-based). */
  readonly later?: LaterOf;
}

/** A scenario after reading, checking and resolving: plain data. */
export interface ScenarioOf<Kind extends string, World> {
  /** The kind of world in which it is set. */
  readonly kind: Kind;
  readonly name: string;
  readonly about?: string;
  readonly outcome: string;
  readonly reference: string;
  /** Outcomes that reports list first, arm by arm. */
  readonly tell: readonly string[];
  /** Budget for everybody's pay; reports hold the cost of plans against it. */
  readonly payBudgetUsdPerYear?: number;
  /** What the company counted under an arm, the reference by default. */
  readonly observed?: Observed;
  readonly horizonMonths: number;
  readonly replicates: number;
  readonly seed: string;
  /** All arms in file order. */
  readonly arms: readonly ArmOf<World>[];
  readonly plans: Readonly<Record<string, Plan>>;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** The merged file before arms are resolved; it is hashed, and printed in reports. */
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

/** The comparison arm of an arm. */
export function referenceOf(scenario: Scenario, name: string): string {
  return scenario.arms.find((arm) => arm.name === name)?.against ?? scenario.reference;
}
