import { refuse } from '../../core/messages.ts';
import { periodEnds, type Windows } from '../../statistics/periodEnds.ts';
import { type PeriodLength, readWonDays } from '../../worlds/revenue/statement/wonDays.ts';
import type { Detected } from '../result/detected.ts';

/** Days that are compared around the end of a period. */
export const WINDOWS: Readonly<Record<PeriodLength, Windows>> = {
  month: { near: 3, far: 4 },
  // All within a month, at the end and in the middle: months of different levels are no excess.
  quarter: { near: 5, far: 5 },
};
const USUAL_DAYS = 21;

export interface DetectOptions {
  /** What ends: the period that pay or quotas are measured in. Default: month. */
  readonly period?: PeriodLength;
  /** Working days of a month of play, for a column `decidedDay`. Default: 21. */
  readonly daysPerMonth?: number;
  /** Name of the file for messages. */
  readonly file?: string;
}

/**
 * Tells deals timed around the ends of months or quarters from luck and from buyers' seasons.
 *
 * @param text CSV: see {@link readWonDays}
 * @throws InputError for a file that cannot be read, or with fewer than three ends
 * @example detect('closed\n2024-01-31\n2024-02-02\n', { period: 'month' }).ci95
 */
export function detect(text: string, options: DetectOptions = {}): Detected {
  const { period = 'month', daysPerMonth = USUAL_DAYS, file = 'deals' } = options;
  if (!Object.hasOwn(WINDOWS, period))
    refuse([{ code: 'usage', path: 'period', got: String(period), expected: 'month or quarter' }]);
  if (!Number.isInteger(daysPerMonth) || daysPerMonth < 14 || daysPerMonth > 31)
    refuse([{ code: 'usage', path: 'daysPerMonth', got: String(daysPerMonth), expected: '14 to 31' }]);
  const windows = WINDOWS[period];
  const { periods, deals, rows } = readWonDays(text, file, period, daysPerMonth);
  const found = periodEnds(periods, windows);
  if (found === undefined)
    refuse([
      {
        code: 'inconsistent',
        file,
        path: 'rows',
        got: `${deals} deals won in ${periods.length} ${period}${periods.length === 1 ? '' : 's'}`,
        expected: `deals won around at least three ends of a ${period}, and in its days between them`,
      },
    ]);
  return { period, windows, deals, rows, ...found };
}
