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

/** Names of the columns that are read, in lower case; `decidedDay` is that of `replay --deals`. */
const DATED = [
  'closed',
  'close date',
  'closed date',
  'closedate',
  'close_date',
  'won_date',
  'won date',
  'date',
];
const COUNTED = ['decidedday'];
const OUTCOME = ['outcome', 'status', 'stage'];
const WON = ['won', 'closed won'];

/** Days on which deals were won. */
export interface WonDays {
  readonly periods: readonly DaysOfPeriod[];
  /** Deals counted, of so many rows. */
  readonly deals: number;
  readonly rows: number;
}

/**
 * Reads the days on which deals were won from CSV, and counts them by working day of each month or quarter.
 *
 * Either a column `closed` (or `close date`, `date`) with dates: 2025-03-31, 31.03.2025, or days and months
 * with slashes where they can be told apart; Saturdays and Sundays count as the Friday before. Or
 * `decidedDay`, the working day of play as `replay --deals` writes it. With a column `outcome` (or `status`,
 * `stage`), only rows that say `won` count. Other columns are ignored. A last period of which too few days
 * are covered is left out.
 *
 * @param file name for messages
 * @param daysPerMonth working days of a month of play, for `decidedDay`
 * @throws InputError with file, line and column of the first row that cannot be read
 * @example readWonDays('closed\n2025-01-31\n2025-02-03', 'deals.csv', 'month', 21).deals // 2
 */
export function readWonDays(text: string, file: string, length: PeriodLength, daysPerMonth: number): WonDays {
  const [head = [], ...rows] = parseCells(text).records;
  const names = head.map((cell) => cell.text.trim());
  const columnOf = (known: readonly string[]) =>
    names.findIndex((name) => known.includes(name.toLowerCase()));
  const [dated, counted, outcome] = [DATED, COUNTED, OUTCOME].map(columnOf);
  if (dated < 0 === counted < 0)
    refuse([
      {
        code: 'missing',
        file,
        line: 1,
        column: 1,
        path: 'columns',
        ...(names.length > 0 ? { got: showValue(names.join(', ')) } : {}),
        expected: 'a column closed with dates such as 2025-03-31, or decidedDay as replay --deals writes it',
      },
    ]);
  const isWon = (row: readonly Cell[]) =>
    outcome < 0 || WON.includes(row[outcome]?.text.trim().toLowerCase() ?? '');
  const cells = rows.filter(isWon).map((row) => row[Math.max(dated, counted)] ?? { ...row[0], text: '' });
  if (cells.length === 0)
    refuse([{ code: 'missing', file, path: 'rows', expected: 'a row for each deal won' }]);
  const months = MONTHS[length];
  const read = dated >= 0 ? dateReader(cells, months, file) : dayReader(months * daysPerMonth);
  const places = cells.map(read);
  const wrong = places.indexOf(undefined);
  if (wrong >= 0) {
    const more = places.filter((place) => place === undefined).length - 1;
    refuse([wrongDay(cells[wrong], file, dated >= 0, more)]);
  }
  // Days before play are no part of its months.
  const inPlay = places.filter((place) => place !== undefined).filter(({ period }) => period >= 0);
  if (inPlay.length === 0)
    refuse([{ code: 'missing', file, path: 'rows', expected: 'deals won in the months of play' }]);
  const daysIn = (period: number) => (dated >= 0 ? workingDaysOf(period, months) : months * daysPerMonth);
  return { periods: countedByDay(inPlay, daysIn, file), deals: inPlay.length, rows: rows.length };
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

function wrongDay({ line, column, text }: Cell, file: string, isDate: boolean, more: number): Issue {
  const others = more > 0 ? ` (and ${more} more rows)` : '';
  return {
    code: 'wrong-type',
    file,
    line,
    column,
    path: isDate ? 'closed' : 'decidedDay',
    got: showValue(text),
    expected: `${isDate ? 'a date such as 2025-03-31' : 'a working day of play, from 1'}${others}`,
  };
}

/** Reads a working day of play, counted from 1; before play, its period is negative. */
function dayReader(daysPerPeriod: number): (cell: Cell) => Place | undefined {
  return ({ text }) => {
    if (!/^\s*-?\d{1,7}\s*$/.test(text)) return undefined;
    const day = Number(text) - 1;
    const period = Math.floor(day / daysPerPeriod);
    return { period, day: day - period * daysPerPeriod };
  };
}

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?\s*$/;
const SHORT = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4})\s*$/;

/** Reads dates of one column, all with the day before the month or all with the month before the day. */
function dateReader(cells: readonly Cell[], months: number, file: string): (cell: Cell) => Place | undefined {
  const short = cells.flatMap((cell) => {
    const found = SHORT.exec(cell.text);
    return found === null
      ? []
      : [{ cell, first: Number(found[1]), sign: found[2], second: Number(found[3]) }];
  });
  const dayFirst = short.some(({ first, sign }) => sign === '.' || first > 12);
  const monthFirst = short.some(({ second }) => second > 12);
  if (short.length > 0 && !dayFirst && !monthFirst) {
    const [{ cell }] = short;
    refuse([
      {
        code: 'inconsistent',
        file,
        line: cell.line,
        column: cell.column,
        path: 'closed',
        got: showValue(cell.text),
        expected: 'dates in which day and month can be told apart, such as 2025-03-31',
      },
    ]);
  }
  return ({ text }) => {
    const iso = ISO.exec(text);
    if (iso !== null) return placeOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), months);
    const found = SHORT.exec(text);
    if (found === null) return undefined;
    const [one, two] = [Number(found[1]), Number(found[3])];
    return dayFirst
      ? placeOf(Number(found[4]), two, one, months)
      : placeOf(Number(found[4]), one, two, months);
  };
}

/** Place of a date among the weekdays of its month or quarter; undefined if there is no such day. */
function placeOf(year: number, month: number, day: number, months: number): Place | undefined {
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
