/** Where a cursor stands in a YAML text: the table or the value that is being written. */
export interface YamlPlace {
  /** Keys down to the table, or down to the key whose value it is; `[]` for an entry of a list. */
  readonly place: readonly string[];
  readonly isValue: boolean;
  /** What is written of the word so far. */
  readonly word: string;
}

const ENTRY = '[]';
const INDENT = /^ */;
const DASHES = /^(?:- +)*/;
const KEY = /^(?:'([^']*)'|"([^"]*)"|([^\s#{}[\],'":][^#{}[\],:]*)):(?=\s|$)/;

/** The place of the end of a text, by its indentation and braces: the text need not be complete. */
export function yamlPlaceAt(text: string): YamlPlace {
  const lines = text.split('\n');
  const last = lines[lines.length - 1];
  const { column, dashes, content } = partsOf(last);
  const { place, key, word } = flowOf(content);
  const above = parentsOf(lines.slice(0, -1), { column, dashes });
  const whole = [...above, ...place];
  return key === undefined
    ? { place: whole, isValue: false, word }
    : { place: [...whole, key], isValue: true, word };
}

interface Line {
  /** Column of the first dash, or of the content. */
  readonly column: number;
  /** Columns of dashes. */
  readonly dashes: readonly number[];
  readonly content: string;
}

function partsOf(line: string): Line {
  const column = INDENT.exec(line)![0].length;
  const [marks] = DASHES.exec(line.slice(column))!;
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => column + index);
  return { column, dashes, content: line.slice(column + marks.length) };
}

/** Keys of the tables that a line lies in, by the lines above it. */
function parentsOf(lines: readonly string[], { column, dashes }: Pick<Line, 'column' | 'dashes'>): string[] {
  const found = dashes.map(() => ENTRY);
  let inside = column;
  // A list may stand as far to the left as the key that it belongs to.
  let isList = dashes.length > 0;
  for (const text of [...lines].reverse()) {
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const line = partsOf(text);
    const at = text.length - line.content.length;
    const isParent = at < inside || (isList && line.dashes.length === 0 && at === inside);
    const key = keyIn(line.content);
    if (isParent && key !== undefined) {
      found.unshift(...line.dashes.map(() => ENTRY), key);
      isList = line.dashes.length > 0;
      inside = line.column;
    } else if (line.dashes.length > 0 && at === inside && !isList) {
      // The first line of the entry that this line continues.
      found.unshift(...line.dashes.map(() => ENTRY));
      isList = true;
      inside = line.column;
    }
    if (inside === 0 && !isList) break;
  }
  return found;
}

function keyIn(content: string): string | undefined {
  const [, single, double, plain] = KEY.exec(content) ?? [];
  return single ?? double ?? plain?.trim();
}

/** What a line of content comes to: tables in braces and lists in brackets that are still open. */
function flowOf(content: string): { place: string[]; key: string | undefined; word: string } {
  const open: { place: string[]; isList: boolean }[] = [];
  let place: string[] = [];
  let key: string | undefined;
  let word = '';
  for (let at = 0; at < content.length; at++) {
    const sign = content[at];
    if (sign === '{' || sign === '[') {
      open.push({ place, isList: sign === '[' });
      place = [...place, ...(key === undefined ? [] : [key]), ...(sign === '[' ? [ENTRY] : [])];
      [key, word] = [undefined, ''];
    } else if (sign === '}' || sign === ']') {
      place = open.pop()?.place ?? [];
      [key, word] = [undefined, ''];
    } else if (sign === ',' && open.length > 0) [key, word] = [undefined, ''];
    else if (sign === ':' && /\s|$/.test(content[at + 1] ?? ' ')) [key, word] = [word.trim(), ''];
    else if (word !== '' || sign.trim() !== '') word += sign;
  }
  return { place, key, word };
}
