import type { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import type { Parameter, ParameterGroup } from '../model/parameter.ts';
import type { Plan } from '../model/plan.ts';
import type { Locate } from './places.ts';
import type { ArmOf, Assumption } from './scenario.ts';

/** One arm as written. */
export interface ArmFile {
  readonly plan: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly about?: string;
  readonly against?: string;
  readonly later?: { readonly fromMonth: number; readonly plan: string };
}
export type ArmTable = Readonly<Record<string, ArmFile>>;

/** What every scenario file holds, whatever its world. */
export interface CommonFile {
  readonly name: string;
  readonly about?: string;
  readonly question: {
    readonly outcome: string;
    readonly reference?: string;
    readonly tell?: readonly string[];
    readonly replicates?: number;
    readonly seed?: string;
  };
  readonly plans: Readonly<Record<string, Plan>>;
  readonly arms?: ArmTable;
}

/**
 * What messages about mistakes of form need to know: the schema, and the parameters that it was made from.
 */
export interface Terms {
  readonly schema: z.ZodType;
  /** The parameter that a path names, for its unit and range. */
  parameterAt(path: readonly (string | number)[]): Parameter | undefined;
  /** Sections of parameters, to say where a key that stands at the top belongs. */
  readonly sections: Readonly<Record<string, ParameterGroup>>;
}

/** How the scenario files of one kind of world are read and checked. */
export interface Form<File extends CommonFile, World> extends Terms {
  readonly schema: z.ZodType<File>;
  /**
   * The world that a file describes.
   *
   * @param written the file before overrides
   */
  worldOf(file: File, written: Readonly<Record<string, unknown>>): World;
  horizonMonths(file: File): number;
  /** Tables besides arms, plans and people whose entries users name. */
  crowds(raw: Readonly<Record<string, unknown>>): (readonly [path: string[], table: unknown])[];
  /** What a schema cannot see in one arm: its world and its plan. */
  check(file: File, world: World, planName: string, locate: Locate): Issue[];
  /** What is wrong with a change of plans at this month, in words; undefined where nothing is. */
  checkChange?(world: World, before: Plan, after: Plan, fromMonth: number): string | undefined;
  /** The same for a plan that no arm uses, or that stands in a file whose form is broken elsewhere. */
  checkPlan(planName: string, plan: unknown, raw: Readonly<Record<string, unknown>>, locate: Locate): Issue[];
  /** Issues between arms. */
  checkArms(arms: readonly ArmOf<World>[]): Issue[];
  /** The issue if a run would take too long. */
  workOf(world: World): Issue | undefined;
  assumptionsOf(
    raw: Readonly<Record<string, unknown>>,
    base: Readonly<Record<string, unknown>>,
    set: Readonly<Record<string, unknown>>,
  ): Assumption[];
  warningsOf(arms: readonly ArmOf<World>[]): string[];
}
