import type { Issue } from '../../../core/errors.ts';
import { refuse, showValue } from '../../../core/messages.ts';
import type { DaysOfPeriod } from '../../../statistics/periodEnds.ts';
import { type Cell, parseCells } from './cells.ts';

/** Length of a period, in months of the calendar. */
const MONTHS = { month: 1, quarter: 3 } as const;
export type PeriodLength = keyof typeof MONTHS;

/** Working days after the start of the last period that it takes to compare it with the one before. */
const ENOUGH_DAYS = 7;
const DAY_MS = 86_400_000;
/** Most periods between the first deal and the last: a longer gap is a mistyped year. */
const MOST_PERIODS = 1200;

/** A working day: its period, its place in it from 0, and the length of that period in working days. */
interface Place {
  readonly period: number;
  readonly day: number;
}

/**
 * Reads the days on which deals were won from CSV, and counts them by working day of each month or quarter.
 *
 * Either a column `closed` with dates (2025-03-31), of which Saturdays and Sundays count as the Friday
 * before; or `decidedDay`, the working day of play as `replay --deals` writes it. With a column `outcome`,
 * only rows that say `won` count. Other columns are ignored. A last period of which too few days are
 * covered is left out.
 *
 * @param file name for messages
 * @param daysPerMonth working days of a month of play, for `decidedDay`
 * @throws InputError with file, line and column
 * @example readWonDays('closed\n2025-01-31\n2025-02-03', 'deals.csv', 'month', 21)
 */
export function readWonDays(
  text: string,
  file: string,
  length: PeriodLength,
  daysPerMonth: number,
): DaysOfPeriod[] {
  const { records } = parseCells(text);
  const [head = [], ...rows] = records;
  const names = head.map((cell) => cell.text.trim());
  const [dated, counted, outcome] = ['closed', 'decidedDay', 'outcome'].map((name) => names.indexOf(name));
  if (dated < 0 === counted < 0)
    refuse([
      {
        code: 'missing',
        file,
        line: 1,
        column: 1,
        path: 'columns',
        expected: 'a column closed (dates, 2025-03-31), or decidedDay as replay --deals writes it',
      },
    ]);
  const issues: Issue[] = [];
  const places = rows.flatMap((row): Place[] => {
    if (outcome >= 0 && row[outcome]?.text.trim().toLowerCase() !== 'won') return [];
    const cell = row[Math.max(dated, counted)];
    const place =
      cell === undefined
        ? undefined
        : dated >= 0
          ? placeOfDate(cell.text.trim(), MONTHS[length])
          : placeOfDay(cell.text.trim(), MONTHS[length] * daysPerMonth);
    if (place === undefined) issues.push(wrongDay(cell, row[0], file, dated >= 0));
    // Days before play are no part of its months.
    return place === undefined || place.period < 0 ? [] : [place];
  });
  if (issues.length > 0) refuse(issues);
  if (places.length === 0)
    refuse([{ code: 'missing', file, path: 'rows', expected: 'a row for each deal won' }]);
  const daysIn = (period: number) =>
    dated >= 0 ? workingDaysOf(period, MONTHS[length]) : MONTHS[length] * daysPerMonth;
  return countedByDay(places, daysIn, file);
}

function countedByDay(
  places: readonly Place[],
  daysIn: (period: number) => number,
  file: string,
): number[][] {
  let from = Infinity;
  let to = -Infinity;
  for (const { period } of places) {
    from = Math.min(from, period);
    to = Math.max(to, period);
  }
  if (to - from >= MOST_PERIODS)
    refuse([
      {
        code: 'too-large',
        file,
        path: 'rows',
        got: `${to - from + 1} periods from the first deal to the last`,
        expected: `at most ${MOST_PERIODS}`,
      },
    ]);
  const periods = Array.from({ length: to - from + 1 }, (_, p) =>
    new Array<number>(daysIn(from + p)).fill(0),
  );
  let lastDay = 0;
  for (const { period, day } of places) {
    periods[period - from][day]++;
    if (period === to) lastDay = Math.max(lastDay, day);
  }
  return lastDay < ENOUGH_DAYS ? periods.slice(0, -1) : periods;
}

function wrongDay(cell: Cell | undefined, first: Cell | undefined, file: string, isDate: boolean): Issue {
  const { line, column } = cell ?? first!;
  return {
    code: 'wrong-type',
    file,
    line,
    column,
    path: isDate ? 'closed' : 'decidedDay',
    got: showValue(cell?.text ?? ''),
    expected: isDate ? 'a date such as 2025-03-31' : 'a working day of play, from 1',
  };
}

/** Place of a working day of play, counted from 1; before play, its period is negative. */
function placeOfDay(written: string, daysPerPeriod: number): Place | undefined {
  if (!/^-?\d{1,7}$/.test(written)) return undefined;
  const day = Number(written) - 1;
  const period = Math.floor(day / daysPerPeriod);
  return { period, day: day - period * daysPerPeriod };
}

/** Place of a date among the weekdays of its month or quarter. */
function placeOfDate(written: string, months: number): Place | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)?.map(Number) ?? [];
  if (year === undefined) return undefined;
  const date = Date.UTC(year, month - 1, day);
  const read = new Date(date);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined;
  const period = Math.floor((12 * year + month - 1) / months);
  const before = weekdaysBetween(startOf(period, months), date + DAY_MS) - 1;
  return { period, day: Math.max(0, before) };
}

/** First day of a period as a time. */
function startOf(period: number, months: number): number {
  const month = period * months;
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

function workingDaysOf(period: number, months: number): number {
  return weekdaysBetween(startOf(period, months), startOf(period + 1, months));
}

/** Days from Monday to Friday from one time to before another. */
function weekdaysBetween(from: number, to: number): number {
  return weekdaysBefore(to) - weekdaysBefore(from);
}

/** Weekdays since a Monday long ago; the first of January 1970 was a Thursday. */
function weekdaysBefore(time: number): number {
  const days = Math.round(time / DAY_MS) + 3;
  return 5 * Math.floor(days / 7) + Math.min(5, ((days % 7) + 7) % 7);
}
