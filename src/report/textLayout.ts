import type { Table } from './tables.ts';

/**
 * Lines of a table in plain text: headings, a rule and rows. The first `left` columns are aligned to the
 * left, the rest to the right. Under an empty heading, except the first, there is no rule.
 */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < left ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width, i) => (head[i] === '' && i > 0 ? ' ' : '─').repeat(width)).join('  ');
  return [line(head), rule.trimEnd(), ...rows.map(line)];
}

/**
 * Wraps text at its spaces to lines of at most `width` characters; a longer word is not broken.
 *
 * @param first beginning of the first line
 * @param rest beginning of every further line
 */
export function wrap(text: string, width: number, first = '', rest = ''): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = rest;
    }
    line += (line === first && lines.length === 0) || line === rest ? word : ` ${word}`;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

/** A table with its title above and its note below, each followed by an empty line. */
export function tableBlock({ title, note, head, rows }: Table, width: number): string[] {
  return [...wrap(title, width), '', ...textTable(head, rows), '', ...wrap(note, width), ''];
}
