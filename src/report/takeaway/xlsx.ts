import type { Cell, SheetData } from 'write-excel-file/node';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { answerTable, titlesOf } from '../answer/answerTable.ts';
import { answerInWords } from '../answer/answerWords.ts';
import { allInCurrency, symbolOf } from '../currency.ts';
import { titleOf } from '../format.ts';
import { titled } from '../titled.ts';
import { xmlText } from './xmlText.ts';
import { withFixedDates } from './zipped.ts';

/** Most characters of a cell. */
const MOST = 32_000;

interface Sheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
}

/**
 * A workbook: the answer, every outcome of every arm, every difference with its intervals, and every
 * assumption with its source. Numbers are numbers, and text is text: no cell is read as a formula.
 */
export async function renderXlsx(named: Bundle): Promise<Uint8Array> {
  const bundle = titled(named);
  const sheets = [
    answerSheet(bundle),
    outcomesSheet(bundle),
    differencesSheet(bundle),
    assumptionsSheet(bundle),
  ];
  const shown = allInCurrency(sheets, symbolOf(named.scenario.resolved));
  const { default: write } = await import('write-excel-file/node');
  const written = await write(
    shown
      .filter((sheet) => sheet !== undefined)
      .map(({ sheet, data, columns }) => ({ sheet, data, columns: [...columns], stickyRowsCount: 1 })),
  ).toBuffer();
  return withFixedDates(new Uint8Array(written));
}

/** Text as a cell. */
function text(value: string): Cell {
  return { value: xmlText(value).slice(0, MOST), type: String };
}

function number(value: number | undefined): Cell {
  return value === undefined || !Number.isFinite(value) ? null : { value, type: Number };
}

function heads(...titles: string[]): Cell[] {
  return titles.map((value) => ({ value, type: String, fontWeight: 'bold', wrap: true }));
}

const widths = (...list: number[]) => list.map((width) => ({ width }));

function answerSheet(bundle: Bundle): Sheet | undefined {
  const words = answerInWords(bundle);
  const table = answerTable(bundle);
  if (words === undefined || table === undefined) return undefined;
  const said = [...words.answer, ...words.why, words.change, ...words.nothing, words.fit];
  return {
    sheet: 'Answer',
    columns: widths(8, 60, ...table.columns.map(() => 18)),
    data: [
      heads('Rank', 'Plans', ...table.columns),
      ...table.rows.map((row) => [
        number(row.rank),
        text(`${titlesOf(row).join(', ')}${row.mark}`),
        ...row.cells.map(text),
      ]),
      [],
      ...said.filter((sentence) => sentence !== '').map((sentence) => [null, text(sentence)]),
    ],
  };
}

function outcomesSheet({ arms }: Bundle): Sheet {
  return {
    sheet: 'Outcomes',
    columns: widths(28, 28, 40, 12, 14, 14, 14, 14, 14, 14, 14, 10),
    data: [
      heads(
        'Arm',
        'Id',
        'Outcome',
        'Unit',
        'Mean',
        'Standard error',
        '95% low',
        '95% high',
        'P10',
        'P50',
        'P90',
        'Runs',
      ),
      ...arms.flatMap(({ name, outcomes }) =>
        Object.entries(outcomes).map(([id, { title, unit, mean, se, ci95, p10, p50, p90, n }]) => [
          text(titleOf(name)),
          text(id),
          text(title),
          text(unit),
          ...[mean, se, ...ci95, p10, p50, p90, n].map(number),
        ]),
      ),
    ],
  };
}

function differencesSheet({ contrasts, arms }: Bundle): Sheet {
  const unitOf = (id: string) =>
    arms.find(({ outcomes }) => outcomes[id] !== undefined)?.outcomes[id].unit ?? '';
  return {
    sheet: 'Differences',
    columns: widths(28, 28, 28, 12, 16, 16, 14, 14, 18, 18, 12, 10),
    data: [
      heads(
        'Arm',
        'Compared with',
        'Outcome id',
        'Unit',
        'Mean difference',
        'Standard error',
        '95% low',
        '95% high',
        '95% low, all arms together',
        '95% high, all arms together',
        'Better in',
        'Pairs',
      ),
      ...contrasts.flatMap(({ arm, reference, outcomes }) =>
        Object.entries(outcomes).map(
          ([id, { meanDifference, se, ci95, ci95Simultaneous, betterShare, n }]) => [
            text(titleOf(arm)),
            text(titleOf(reference)),
            text(id),
            text(unitOf(id)),
            ...[meanDifference, se, ...ci95, ...ci95Simultaneous, betterShare, n].map(number),
          ],
        ),
      ),
    ],
  };
}

function assumptionsSheet({ scenario }: Bundle): Sheet {
  return {
    sheet: 'Assumptions',
    columns: widths(44, 16, 22, 12, 12, 14, 80, 60),
    data: [
      heads('Input', 'Value', 'Unit', 'Low', 'High', 'From', 'Source', 'Meaning'),
      ...scenario.assumptions.map(({ path, value, unit, low, high, origin, source, about }) => [
        text(path),
        typeof value === 'number' ? number(value) : text(String(value)),
        text(unit),
        number(low),
        number(high),
        text(origin),
        text(source),
        text(about),
      ]),
    ],
  };
}
