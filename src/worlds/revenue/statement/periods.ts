import type { Issue } from '../../../core/errors.ts';
import { showValue } from '../../../core/messages.ts';
import type { Cell } from './cells.ts';

/** Length of the periods of results; `counted`: 1, 2, 3, of the length of the plan's shortest pay period. */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'counted';

const FORMS: readonly (readonly [PeriodKind, RegExp, perYear: number])[] = [
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/, 12],
  ['quarter', /^(\d{4})-Q([1-4])$/, 4],
  ['year', /^(\d{4})()$/, 1],
  ['counted', /^()([1-9]\d{0,3})$/, 0],
];

/** Checks that periods are of one kind and follow one another; returns the kind. */
export function readPeriods(
  records: readonly (readonly Cell[])[],
  place: number,
  file: string,
  report: (issue: Issue) => void,
): PeriodKind | undefined {
  let kind: PeriodKind | undefined;
  let next: number | undefined;
  for (const record of records) {
    const cell = record[place];
    if (cell === undefined) continue;
    const written = cell.text.trim();
    const where = { file, line: cell.line, column: cell.column, path: 'period', got: showValue(written) };
    const form = FORMS.find(([, pattern]) => pattern.test(written));
    if (form === undefined) {
      report({ code: 'wrong-type', ...where, expected: '2025-01, 2025-Q1, 2025, or 1, 2, 3' });
      return kind;
    }
    const [, year, part] = form[1].exec(written)!;
    const number = Number(year) * form[2] + Number(part);
    if (kind !== undefined && form[0] !== kind) {
      report({ code: 'inconsistent', ...where, expected: 'periods of one form in all rows' });
      return kind;
    }
    if (next !== undefined && number !== next)
      report({
        code: 'inconsistent',
        ...where,
        expected: number < next ? 'each period once, in order' : 'the period after that of the row above',
      });
    kind = form[0];
    next = number + 1;
  }
  return kind;
}
