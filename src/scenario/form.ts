import type { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import type { Parameter, ParameterGroup } from '../model/parameter.ts';
import type { Plan } from '../model/plan.ts';
import type { TextAt } from './payWarnings.ts';
import type { Locate } from './places.ts';
import type { ArmOf, Assumption, LaterOf } from './scenario.ts';

/** One arm as written. */
export interface ArmFile {
  readonly plan: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly about?: string;
  readonly against?: string;
  readonly later?: { readonly fromMonth: number; readonly plan: string; readonly beliefs?: 'learning' };
}
export type ArmTable = Readonly<Record<string, ArmFile>>;

/** Common fields of scenario files in any kind of world. */
export interface CommonFile {
  readonly name: string;
  readonly about?: string;
  readonly limits?: string;
  readonly titles?: Readonly<Record<string, string>>;
  readonly question: {
    readonly outcome: string;
    readonly reference?: string;
    readonly tell?: readonly string[];
    readonly payBudgetUsdPerYear?: number;
    readonly replicates?: number;
    readonly seed?: string;
  };
  readonly plans: Readonly<Record<string, Plan>>;
  readonly arms?: ArmTable;
  readonly observed?: Readonly<Record<string, unknown>>;
}

/** A key of a change of plans that cannot be as it is. */
export interface ChangeIssue {
  readonly key: 'fromMonth' | 'beliefs';
  readonly expected: string;
}

/** Context for error messages about form: the schema, and the parameters from which it was made. */
export interface Terms {
  readonly schema: z.ZodType;
  /** The parameter at a path, for its unit and range. */
  parameterAt(path: readonly (string | number)[]): Parameter | undefined;
  /** Sections of parameters, used to suggest the section of a misplaced key. */
  readonly sections: Readonly<Record<string, ParameterGroup>>;
}

/** Reading and checking of scenario files for one kind of world. */
export interface Form<File extends CommonFile, World> extends Terms {
  readonly schema: z.ZodType<File>;
  /**
   * The world described by a file.
   *
   * @param written the file before overrides
   */
  worldOf(file: File, written: Readonly<Record<string, unknown>>): World;
  /** The world of an arm under its plans; without this, the world of the file. */
  worldUnder?(world: World, plans: readonly Plan[]): World;
  horizonMonths(file: File): number;
  /** Tables with user-named entries other than arms, plans and people. */
  crowds(raw: Readonly<Record<string, unknown>>): (readonly [path: string[], table: unknown])[];
  /** Checks one arm beyond the schema: its world and its plan. */
  check(file: File, world: World, planName: string, locate: Locate): Issue[];
  /** What is expected instead of a key of a change of plans; nothing if plans may change so. */
  checkChange?(world: World, before: Plan, later: LaterOf): ChangeIssue[];
  /** Checks a plan that no arm uses, or that stands in a file that is malformed elsewhere. */
  checkPlan(planName: string, plan: unknown, raw: Readonly<Record<string, unknown>>, locate: Locate): Issue[];
  /** Checks arms against each other. */
  checkArms(arms: readonly ArmOf<World>[]): Issue[];
  /** Returns an issue if a run would be too large. */
  workOf(world: World): Issue | undefined;
  assumptionsOf(
    raw: Readonly<Record<string, unknown>>,
    base: Readonly<Record<string, unknown>>,
    set: Readonly<Record<string, unknown>>,
  ): Assumption[];
  /** @param textAt text of a scalar as it was written */
  warningsOf(arms: readonly ArmOf<World>[], textAt: TextAt): string[];
}
