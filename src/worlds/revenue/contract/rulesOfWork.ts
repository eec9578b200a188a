import type { governanceParameters } from '../numbers/governance.ts';

type Governance = Readonly<Record<keyof typeof governanceParameters, unknown>>;

/** Governance that does not act on work itself: owner, discovery, dismissal, replacement, budget moves. */
const AFTERWARDS: ReadonlySet<string> = new Set<keyof Governance>([
  'owner',
  'auditRatePerMonth',
  'auditPowerShare',
  'suspicionTimes',
  'targetedAuditUsd',
  'transparencyShare',
  'complaintRatePerMonth',
  'penaltyUsd',
  'dismissalShare',
  'missedGoalDismissalRate',
  'replacementMonth',
  'replacementCostUsd',
  'budgetRule',
  'budgetReviewMonths',
  'budgetShiftShare',
  'leastBudgetShare',
]);

/**
 * The part of governance that can affect the results of work before any discovery or budget move. Used in
 * cache keys. It is defined by exclusion: a new rule counts until it is listed as irrelevant.
 */
export function rulesOfWork(governance: Governance): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(governance).filter(([name]) => !AFTERWARDS.has(name)));
}
