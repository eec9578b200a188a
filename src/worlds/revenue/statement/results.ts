import type { Issue } from '../../../core/errors.ts';
import { meantNumber } from '../../../core/meantNumber.ts';
import { refuse, showValue } from '../../../core/messages.ts';
import { nearestName } from '../../../core/nearest.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { type Cell, parseCells } from './cells.ts';
import { type PeriodKind, readPeriods } from './periods.ts';

/** Results of one period, by metric. */
export interface ResultRow {
  readonly period: string;
  /** A ratio is absent in rows within its period: parts of a ratio cannot be added. */
  readonly values: Readonly<Record<string, number>>;
  /** Quota of the period in dollars, if it differs from the plan's. */
  readonly quotaUsd?: number;
  /** Forecast of the period's bookings, if the plan pays for one. */
  readonly forecastUsd?: number;
  /** Bookings of earlier contracts whose customers left at the end of the first one, in dollars. */
  readonly churnedUsd?: number;
  /** Deals among the bookings that a windfall clause may credit with less, in dollars. */
  readonly largeDealsUsd?: readonly number[];
}

/** Results of one person, in consecutive periods of one kind. */
export interface Results {
  readonly kind: PeriodKind;
  readonly rows: readonly ResultRow[];
}

/** Whether a metric is a ratio, so that the values of parts of a period do not add up. */
export function isRatio(metric: string): boolean {
  return METRICS.find(({ id }) => id === metric)?.denominator !== undefined;
}

/** Deals of a row, with a plus between them. */
const LARGE_DEALS = 'large-deals';
const FORECAST = 'forecast';
const CHURNED = 'churned-bookings';
const OWN_COLUMNS = ['period', 'quota', 'person', FORECAST, CHURNED, LARGE_DEALS];

/**
 * Reads results from CSV: a column `period` (`2025-01`, `2025-Q1`, `2025`, or 1, 2, 3), one column for each
 * metric, and optionally `quota`, `person`, `forecast`, `churned-bookings` and `large-deals` (dollars, with a
 * plus between them). Commas or
 * semicolons separate fields; numbers may have currency signs, separators of thousands and, between
 * semicolons, a decimal comma.
 *
 * @param file name for messages
 * @param person whose rows count, if there is a column `person`
 * @throws InputError with file, line and column
 */
export function readResults(text: string, file: string, person: string): Results {
  const { records, separator } = parseCells(text);
  const [head = [], ...body] = records;
  const columns = head.map(({ text: name }) => name.trim());
  const issues: Issue[] = checkHead(head, columns, file);
  if (issues.length > 0) refuse(issues);
  const place = (name: string) => columns.indexOf(name);
  const own = body.filter((record) => place('person') < 0 || record[place('person')]?.text.trim() === person);
  if (own.length === 0)
    refuse([
      {
        code: 'missing',
        file,
        path: 'rows',
        expected: place('person') < 0 ? 'a row for each period' : `rows of ${person}`,
      },
    ]);
  // With several people in one file, a column that says nothing of this person is that of others.
  const isEmpty = columns.map(
    (_, i) => place('person') >= 0 && own.every((record) => (record[i]?.text ?? '').trim() === ''),
  );
  const issuesOfRows: Issue[] = [];
  const report = (issue: Issue) => issuesOfRows.push(issue);
  const rows = own.map((record): ResultRow => {
    if (record.length !== columns.length)
      report({
        code: 'inconsistent',
        file,
        ...at(record[record.length - 1]),
        path: 'row',
        got: `${record.length} fields`,
        expected: `${columns.length}, as in the first line`,
      });
    const values: Record<string, number> = {};
    const largeDealsUsd: number[] = [];
    for (const [i, name] of columns.entries()) {
      const cell = record[i];
      if (cell === undefined || name === 'period' || name === 'person') continue;
      if (isEmpty[i] || (cell.text.trim() === '' && isRatio(name))) continue;
      if (name === LARGE_DEALS) {
        if (cell.text.trim() !== '') largeDealsUsd.push(...readDeals(cell, separator, file, report));
        continue;
      }
      values[name] = readNumber(cell, name, separator, file, report);
    }
    const { quota, [FORECAST]: forecastUsd, [CHURNED]: churnedUsd, ...metrics } = values;
    const period = record[place('period')]?.text.trim() ?? '';
    return {
      period,
      values: metrics,
      ...(quota === undefined ? {} : { quotaUsd: quota }),
      ...(forecastUsd === undefined ? {} : { forecastUsd }),
      ...(churnedUsd === undefined ? {} : { churnedUsd }),
      ...(largeDealsUsd.length === 0 ? {} : { largeDealsUsd }),
    };
  });
  const kind = readPeriods(own, place('period'), file, report);
  if (issuesOfRows.length > 0) refuse(issuesOfRows);
  return { kind: kind!, rows };
}

const at = ({ line, column }: Cell) => ({ line, column });

function checkHead(head: readonly Cell[], columns: readonly string[], file: string): Issue[] {
  const known = [...OWN_COLUMNS, ...METRICS.map(({ id }) => id)];
  const issues: Issue[] = [];
  if (!columns.includes('period'))
    issues.push({
      code: 'missing',
      file,
      line: 1,
      column: 1,
      path: 'period',
      expected: 'a column named period',
    });
  columns.forEach((name, i) => {
    if (columns.indexOf(name) < i)
      issues.push({ code: 'inconsistent', file, ...at(head[i]), path: name, expected: 'each column once' });
    else if (!known.includes(name)) {
      const near = nearestName(name, known);
      issues.push({
        code: 'unknown-key',
        file,
        ...at(head[i]),
        path: name === '' ? 'column' : name,
        expected:
          'period, quota, person, forecast, churned-bookings, large-deals or a metric (goodhart list metrics)',
        ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
      });
    }
  });
  return issues;
}

function readDeals(cell: Cell, separator: string, file: string, report: (issue: Issue) => void): number[] {
  return cell.text
    .split('+')
    .map((text) => readNumber({ ...cell, text }, LARGE_DEALS, separator, file, report));
}

function readNumber(
  cell: Cell,
  name: string,
  separator: string,
  file: string,
  report: (issue: Issue) => void,
): number {
  const { text } = cell;
  const meant = meantNumber(text);
  const isShare = METRICS.find(({ id }) => id === name)?.unit === 'share';
  const wrong = (expected: string) => {
    report({ code: 'wrong-type', file, ...at(cell), path: name, got: showValue(text), expected });
    return NaN;
  };
  if (meant === undefined) return wrong('a number');
  // Between semicolons, both readings of 1,234 are usual.
  const ambiguous = separator === ';' ? /^\D*([1-9]\d{0,2}),(\d{3})$/.exec(text.trim()) : null;
  if (ambiguous !== null)
    return wrong(
      `${ambiguous[1]}${ambiguous[2]} or ${ambiguous[1]}.${ambiguous[2]}: it can be read as either`,
    );
  if (meant.isPercent && !isShare) return wrong('a number without a percent sign');
  return meant.isPercent ? meant.value / 100 : meant.value;
}
