import type { z } from 'zod';
import { isTable } from '../merge.ts';
import type { Path } from './complaint.ts';

type ZodIssue = z.core.$ZodIssue;
type ZodUnionIssue = Extract<ZodIssue, { code: 'invalid_union' }>;

/** Keys that identify the form of a payout table. */
const PAYOUT_FORMS = ['linear', 'points', 'perUnitUsd'];

/**
 * Issues of the union branch that matches a table best, reported instead of those of all branches. Undefined
 * if the value is not a table, if a payout does not name exactly one form, or if no branch takes a table.
 */
export function chooseBranch(
  union: ZodUnionIssue,
  path: Path,
  value: unknown,
): readonly ZodIssue[] | undefined {
  if (!isTable(value)) return undefined;
  if (path.at(-1) === 'payout' && PAYOUT_FORMS.filter((form) => Object.hasOwn(value, form)).length !== 1)
    return undefined;
  const branches = union.errors
    .map((branch) => branch.filter((item) => item.path.length > 0 || item.code === 'unrecognized_keys'))
    .filter((branch) => branch.length > 0);
  if (branches.length === 0) return undefined;
  const best = branches.reduce((a, b) => (weightOf(b) < weightOf(a) ? b : a));
  return best.map((item) => ({ ...item, path: [...union.path, ...item.path] }) as ZodIssue);
}

/**
 * Mismatch of a branch: 3 per unknown key, 2 per missing or mistyped value, 1 per issue of any other kind.
 */
function weightOf(branch: readonly ZodIssue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length;
    return sum + (issue.code === 'invalid_type' || issue.code === 'invalid_value' ? 2 : 1);
  }, 0);
}
