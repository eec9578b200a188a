/**
 * Decision model of a role. `planner`: plans a month's work and may game the metrics in the plan. `seller`:
 * chooses effort and plays games deal by deal. `caller`: screens leads before sellers see them. `judge`:
 * decides who stays.
 */
export type MindKind = 'planner' | 'seller' | 'caller' | 'judge';

/** Job in a company. */
export interface RoleDefinition {
  readonly id: string;
  readonly title: string;
  readonly mind: MindKind;
  /**
   * Head of department: can be dismissed for a missed goal, can be replaced on schedule, and can own both
   * marketing and sales.
   */
  readonly isHead: boolean;
  /** Ids of the tactics and games switched on for people in this role. */
  readonly tactics: readonly string[];
  readonly games: readonly string[];
  readonly about: string;
}
