import type { ParameterGroup } from './parameter.ts';

/** Something a person can spend time or money on. */
export interface TacticDefinition<Lever> {
  readonly id: string;
  readonly title: string;
  /** Fabricating can always be sanctioned; stretching only against a definition that both sides agreed to. */
  readonly fabricates: boolean;
  /**
   * Ids of the roles for which a scenario can switch it on, besides those that have it on by themselves
   * (`tactics` of their role).
   */
  readonly roles: readonly string[];
  /** The physical hook by which it touches the world: the engine knows levers and no tactics. */
  readonly lever: Lever;
  readonly about: string;
  readonly parameters: ParameterGroup;
}
