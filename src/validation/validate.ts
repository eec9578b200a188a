import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { Executor } from '../experiments/executors/executor.ts';
import { VERSION } from '../version.ts';
import { AGENCY } from './agency.ts';
import { type Check, judge, type ValidationRow } from './check.ts';
import { FLOW } from './flow.ts';
import { INCENTIVES } from './incentives.ts';
import { JOINT } from './joint.ts';
import { OPACITY_CHECKS } from './opacity.ts';
import { PAYOUTS } from './payouts.ts';
import { PUBLISHED } from './published.ts';
import { RATCHETS } from './ratchet.ts';
import { SEARCH } from './search.ts';
import { SELLERS } from './sellers.ts';

/** All checks, in table order. */
export const CHECKS: readonly Check[] = [
  ...AGENCY,
  ...RATCHETS,
  ...OPACITY_CHECKS,
  ...JOINT,
  ...SEARCH,
  ...PAYOUTS,
  ...INCENTIVES,
  ...SELLERS,
  ...FLOW,
  ...PUBLISHED,
];

/** The reproducible validation table: claims, sources and results. */
export interface Validation {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'goodhart'; readonly version: string };
  readonly quick: boolean;
  readonly rows: readonly ValidationRow[];
}

/**
 * Runs the checks. They exercise the decision code, payroll, engine and statistics of every comparison
 * against theory in closed form and published findings.
 *
 * @param only the id of one row, or a prefix of several
 * @param onRow called after each row; return false to stop
 * @throws InputError if no row has such an id
 */
export async function validate({
  only,
  quick = false,
  executor,
  onRow = () => true,
}: {
  only?: string;
  quick?: boolean;
  executor?: Executor;
  onRow?: (done: number, of: number, row: ValidationRow) => boolean;
} = {}): Promise<Validation> {
  const chosen = CHECKS.filter((check) => only === undefined || (only !== '' && check.id.startsWith(only)));
  if (chosen.length === 0) {
    const near = nearestName(
      only ?? '',
      CHECKS.map((check) => check.id),
    );
    refuse([
      {
        code: 'dangling-reference',
        path: '--only',
        got: showValue(only),
        expected: 'the id of a row, or how several begin, such as T09',
        hint: near && `did you mean ${near}?`,
      },
    ]);
  }
  const rows: ValidationRow[] = [];
  for (const check of chosen) {
    const row = judge(check, await check.run({ quick, ...(executor === undefined ? {} : { executor }) }));
    rows.push(row);
    if (!onRow(rows.length, chosen.length, row)) break;
  }
  return { schemaVersion: 1, tool: { name: 'goodhart', version: VERSION }, quick, rows };
}
