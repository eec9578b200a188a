import type { governanceParameters } from '../numbers/governance.ts';

type Governance = Readonly<Record<keyof typeof governanceParameters, unknown>>;

/** Governance that comes after what people do: who is found out, who goes, what the board then moves. */
const AFTERWARDS: ReadonlySet<string> = new Set<keyof Governance>([
  'owner',
  'auditRatePerMonth',
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
 * The part of a governance that can matter to what work brings while nobody has been found out and no money
 * has moved. Cache keys use it. It is a list of what does not matter: a new rule counts until somebody says
 * otherwise.
 */
export function rulesOfWork(governance: Governance): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(governance).filter(([name]) => !AFTERWARDS.has(name)));
}
