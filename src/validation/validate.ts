import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { callable, checkOptions, EXECUTOR, flag, text } from '../experiments/commands/checkOptions.ts';
import type { Executor } from '../experiments/executors/executor.ts';
import { VERSION } from '../version.ts';
import { AGENCY } from './agency.ts';
import { type Check, judge, type ValidationRow } from './check.ts';
import { FLOW } from './flow.ts';
import { INCENTIVES } from './incentives.ts';
import { JOINT } from './joint.ts';
import { LABORATORY } from './laboratory.ts';
import { OPACITY_CHECKS } from './opacity.ts';
import { PAYOUTS } from './payouts.ts';
import { PUBLISHED } from './published.ts';
import { PUBLISHED_ON_GAMING } from './publishedOnGaming.ts';
import { RATCHETS } from './ratchet.ts';
import { SEARCH } from './search.ts';
import { SELLER_CHECKS } from './sellerStudies.ts';
import { SELLERS } from './sellers.ts';
import { TARGETED_AUDITS } from './targetedAudits.ts';

/** All checks, in table order. */
export const CHECKS: readonly Check[] = [
  ...AGENCY,
  ...RATCHETS,
  ...OPACITY_CHECKS,
  ...JOINT,
  ...SEARCH,
  ...PAYOUTS,
  ...INCENTIVES,
  ...TARGETED_AUDITS,
  ...SELLERS,
  ...FLOW,
  ...PUBLISHED,
  ...PUBLISHED_ON_GAMING,
  ...LABORATORY,
  ...SELLER_CHECKS,
];

/** The reproducible validation table: claims, sources and results. */
export interface Validation {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'goodhart'; readonly version: string };
  readonly quick: boolean;
  readonly rows: readonly ValidationRow[];
}

export interface ValidateOptions {
  /** Prefix of the ids of the rows to run, such as a whole id; default: all rows. */
  readonly only?: string;
  /** Runs fewer replicates. */
  readonly quick?: boolean;
  readonly executor?: Executor;
  /** Called after each row; return false to stop. */
  readonly onRow?: (done: number, of: number, row: ValidationRow) => boolean;
}

const OPTIONS = { only: text, quick: flag, executor: EXECUTOR, onRow: callable };

/**
 * Runs the checks. They exercise the decision code, payroll, engine and statistics of every comparison
 * against theory in closed form and published findings.
 *
 * @throws InputError if no id begins with `only`, and for invalid options
 */
export async function validate(options: ValidateOptions = {}): Promise<Validation> {
  checkOptions(options, OPTIONS);
  const { only, quick = false, executor, onRow = () => true } = options;
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
