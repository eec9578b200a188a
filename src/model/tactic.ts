import type { ParameterGroup } from './parameter.ts';

/**
 * The physical hook by which a tactic touches the world. The engine knows levers; only the catalogue knows tactics.
 *
 * Productive: `visitRate` (human visits), `leadShare` (leads per human visit), `readiness` (how ready leads become), `customerInsight` (how little noise scores have, and how
 * much collateral fits), `sellerSkill` (how well sellers win).
 * Gaming: `botVisits`, `fakeLeads` (invented counts), `relabel` (pass leads that fail the definition), `attribution`
 * (claim pipeline that sales found itself). Of sellers: `sellingHours`.
 */
export type Lever =
  | 'visitRate'
  | 'leadShare'
  | 'readiness'
  | 'customerInsight'
  | 'sellerSkill'
  | 'botVisits'
  | 'fakeLeads'
  | 'relabel'
  | 'attribution'
  | 'sellingHours';

/** Something a person can spend time or money on. */
export interface TacticDefinition {
  readonly id: string;
  readonly title: string;
  /** Productive tactics move the truth; gaming tactics move the report. */
  readonly kind: 'productive' | 'gaming';
  /** Fabricating can always be sanctioned; stretching only against a definition that both sides agreed to. */
  readonly fabricates: boolean;
  readonly role: string;
  readonly lever: Lever;
  /** For a gaming tactic: the counter whose honest monthly amount is one unit (scale 1). */
  readonly unitCounter?: string;
  readonly about: string;
  readonly parameters: ParameterGroup;
}
