import type { PairedDifference } from '../../statistics/paired.ts';
import type { TaskHours } from './bundle.ts';

/** Somebody who plans, with the role. */
export interface RoleHolder {
  readonly person: string;
  readonly role: string;
}

/** Something under the reference, and with one person’s plan changed. */
export interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What one person’s plan does to the company if it alone is changed, and by what. */
export interface RolePart extends RoleHolder {
  /** Difference in profit at equal pay from the reference. */
  readonly alone: PairedDifference;
  /** Ids of the metrics that the person is paid on. */
  readonly paidOn: Change<readonly string[]>;
  /** The person’s work, in hours a month. */
  readonly work: Change<readonly TaskHours[]>;
  /** Mean genuine leads and deals won, by outcome id. */
  readonly levels: Readonly<Record<string, Change<number>>>;
  /** Differences in the parts of profit at equal pay, by outcome id. */
  readonly sums: Readonly<Record<string, PairedDifference>>;
}

/** What one person’s gaming does, against the same person without it. */
export interface RoleHarm extends RoleHolder {
  /** Difference in profit at equal pay. */
  readonly company: PairedDifference;
  /** Difference in the pay of all sellers together. */
  readonly sellers: PairedDifference;
  /** Difference in each planner’s bonus, in the order of `people`. */
  readonly bonuses: readonly PairedDifference[];
}

/**
 * Contribution of each role’s plan to the difference between two plans for a department: alone, and what
 * they do together beyond that. The parts and the interaction add up to the total in every replicate.
 */
export interface ByRole {
  readonly scenario: string;
  readonly seed: string;
  readonly replicates: number;
  readonly reference: string;
  readonly other: string;
  readonly people: readonly RoleHolder[];
  readonly parts: readonly RolePart[];
  readonly interaction: PairedDifference;
  readonly total: PairedDifference;
  /** What each person’s gaming does to whom, under the reference and under the other plan. */
  readonly harms: Readonly<Record<'reference' | 'other', readonly RoleHarm[]>>;
}
