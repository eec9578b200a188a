import type { PersonPlan } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';

/** A person who is paid. */
export interface Payee {
  readonly pay: PersonPlan;
  readonly mind: MindKind;
  /** Monthly quota for a commission, in dollars: of one seller, or of the team. */
  readonly quotaUsdPerMonth: number;
  /** Number of people under the name, who share what is paid in parts; 1 if absent. */
  readonly people?: number;
}
