import { refuse } from '../../../core/messages.ts';

/** A field of a CSV file and where it begins, both counted from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Fields of CSV text with their places (RFC 4180: quoted fields may hold separators, line ends and doubled
 * quotes). A byte order mark and empty lines are skipped. Fields are separated by semicolons if the first
 * line has one and no comma.
 *
 * @throws InputError for a quoted field that does not end
 */
export function parseCells(text: string): { readonly records: Cell[][]; readonly separator: ',' | ';' } {
  const body = text.replace(/^\ufeff/, '');
  const first = /^[^\r\n]*/.exec(body)![0];
  const separator = first.includes(';') && !first.includes(',') ? ';' : ',';
  const records: Cell[][] = [];
  let record: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i <= body.length; ) {
    const place = { line, column: i - lineStart + 1 };
    let field = '';
    if (body[i] === '"') {
      const end = endOfQuoted(body, i);
      if (end < 0) refuse([{ code: 'syntax', ...place, path: 'field', expected: 'a closing quote' }]);
      field = body.slice(i + 1, end).replace(/""/g, '"');
      for (let k = i; k < end; k++)
        if (body[k] === '\n') {
          line++;
          lineStart = k + 1;
        }
      i = end + 1;
    }
    const rest = i;
    while (i < body.length && body[i] !== separator && body[i] !== '\n' && body[i] !== '\r') i++;
    record.push({ text: field + body.slice(rest, i), ...place });
    if (body[i] === separator) {
      i++;
      continue;
    }
    if (record.length > 1 || record[0].text.trim() !== '') records.push(record);
    record = [];
    if (body[i] === '\r' && body[i + 1] === '\n') i++;
    i++;
    line++;
    lineStart = i;
  }
  return { records, separator };
}

/** Place of the quote that ends a quoted field; -1 if none does. */
function endOfQuoted(body: string, start: number): number {
  for (let i = start + 1; i < body.length; i++) {
    if (body[i] !== '"') continue;
    if (body[i + 1] !== '"') return i;
    i++;
  }
  return -1;
}
