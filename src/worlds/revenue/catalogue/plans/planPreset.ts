import type { PersonPlan } from '../../../../model/plan.ts';

/** A plan that scenario files extend with `extends: plan:ID`. */
export interface PlanPreset {
  readonly id: string;
  readonly about: string;
  /** Publication, or the words "assumption, not data" with the reason for the values. */
  readonly source: string;
  /** Pay by role: everybody of a role is paid it. */
  readonly roles: Readonly<Record<string, PersonPlan>>;
}
