/**
 * How people of a role decide. `planner`: plans the work of a month and may game the numbers of their plan.
 * `seller`: chooses effort and plays games deal by deal. `caller`: judges leads before sellers see them.
 * `judge`: decides who stays.
 */
export type MindKind = 'planner' | 'seller' | 'caller' | 'judge';

/** What somebody in a company can be. */
export interface RoleDefinition {
  readonly id: string;
  readonly title: string;
  readonly mind: MindKind;
  /**
   * Whether this person answers for the department: is replaced after missed goals, and can own marketing and
   * sales.
   */
  readonly isHead: boolean;
  /** Ids of the tactics and games that are switched on for people of this role. */
  readonly tactics: readonly string[];
  readonly games: readonly string[];
  readonly about: string;
}
