import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { printable } from '../core/plainText.ts';
import { renderPeriodEnds } from '../report/periodEndsText.ts';
import { periodEnds, type Windows } from '../statistics/periodEnds.ts';
import { type PeriodLength, readWonDays } from '../worlds/revenue/statement/wonDays.ts';
import { EXIT } from './exit.ts';
import { readText, wholeNumber } from './files.ts';
import { print } from './streams.ts';

const WINDOWS: Readonly<Record<PeriodLength, Windows>> = {
  month: { near: 3, far: 4 },
  quarter: { near: 5, far: 15 },
};
const USUAL_DAYS = 21;

interface DetectFlags {
  readonly period: PeriodLength;
  readonly daysPerMonth?: string;
  readonly json?: boolean;
}

export async function detectCommand(file: string, flags: DetectFlags): Promise<number> {
  const daysPerMonth = wholeNumber('--days-per-month', flags.daysPerMonth, 14, 31) ?? USUAL_DAYS;
  const windows = WINDOWS[flags.period];
  const won = readWonDays(readText(file), printable(file), flags.period, daysPerMonth);
  const found =
    periodEnds(won, windows) ??
    refuse([
      {
        code: 'missing',
        file: printable(file),
        path: 'rows',
        expected: `deals won around at least three ends of a ${flags.period}`,
      },
    ]);
  print(
    flags.json
      ? `${canonicalJson({ period: flags.period, windows, ...found }, '  ')}\n`
      : `${renderPeriodEnds(found, windows, flags.period)}\n`,
  );
  return EXIT.fine;
}
