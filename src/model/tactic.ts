import type { ParameterGroup } from './parameter.ts';

/** Activity on which a person can spend time or money. */
export interface TacticDefinition<Lever> {
  readonly id: string;
  readonly title: string;
  /** Fabrication can always be sanctioned; stretching only against a definition that both sides agreed to. */
  readonly fabricates: boolean;
  /** Ids of the roles for which a scenario can switch it on, besides those whose `tactics` include it. */
  readonly roles: readonly string[];
  /** Lever through which it acts on the world; the engine knows levers, not tactics. */
  readonly lever: Lever;
  readonly about: string;
  readonly parameters: ParameterGroup;
}
