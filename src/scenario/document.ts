import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
} from 'yaml';
import type { Issue } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { holdsAlias, putValues, type Targets, targetsIn } from './aliases.ts';

/**
 * Maximum size of one file: in bytes before decoding, in UTF-16 code units after it. A scenario has a few
 * hundred lines.
 */
export const MAX_FILE_BYTES = 100_000;
const MAX_DEPTH = 40;
const MAX_NODES = 20_000;
/** Number of syntax errors after which reading stops. */
const MAX_ERRORS = 10;
const RESERVED = 'this word is reserved; choose another name';
/** Keys that would access JavaScript's object internals instead of data. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** One parsed file: its plain data, and the position of every part. */
export interface SourceDocument {
  readonly file: string;
  readonly data: Record<string, unknown>;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Parses the text of one scenario file (YAML, of which JSON is a subset). Refuses dangerous or misleading
 * input: duplicate keys, unknown tags, keys that access JavaScript's object internals, a second document,
 * more than 40 levels, and oversized files. A few aliases are allowed, but none inside another.
 *
 * @throws InputError with file, line and column
 */
export function parseSource(text: string, file: string): SourceDocument {
  if (text.length > MAX_FILE_BYTES) {
    refuse([
      {
        code: 'too-large',
        file,
        line: 1,
        column: 1,
        path: 'file',
        got: `${text.length} characters`,
        expected: `at most ${MAX_FILE_BYTES}`,
      },
    ]);
  }
  const tooDeep = bracketDepth(text);
  if (tooDeep !== undefined) refuse([deepIssue(file, tooDeep)]);
  const lines = new LineCounter();
  let document: Document;
  let second: Document | undefined;
  try {
    [document, second] = documentsIn(text, lines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse([deepIssue(file, { line: 1, column: 1 })]);
  }
  const issues: Issue[] = [...document.errors, ...document.warnings].slice(0, MAX_ERRORS).map((problem) => {
    const at = lines.linePos(problem.pos[0]);
    const place = { line: Math.max(1, at.line), column: Math.max(1, at.col) };
    if (problem.message.includes('call stack')) return deepIssue(file, place);
    return { code: 'syntax', file, ...place, path: 'file', got: firstLine(problem.message) };
  });
  if (second !== undefined) issues.push(secondIssue(file, lines.linePos(second.range?.[0] ?? 0)));
  if (issues.length > 0) refuse(issues);
  const targets = targetsIn(document);
  inspect(document, targets, file, lines);
  putValues(document, targets);
  const data: unknown = document.toJS({ maxAliasCount: -1 });
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    refuse([
      {
        code: 'wrong-type',
        file,
        line: 1,
        column: 1,
        path: 'file',
        got: showValue(data),
        expected: 'a scenario: keys and values',
      },
    ]);
  }
  return { file, data: data as Record<string, unknown>, document, lines };
}

/** Composes documents from the tokens of a text, up to the last error that is reported. */
function documentsIn(text: string, lines: LineCounter): Document[] {
  // Duplicate keys are detected faster in `inspect`.
  const composer = new Composer({
    uniqueKeys: false,
    strict: true,
    merge: false,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokensOf(text, lines), true, text.length)];
}

function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  let errors = 0;
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    yield token;
    if (token.type === 'error' && ++errors === MAX_ERRORS) return;
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0].slice(0, 120);
}

function deepIssue(file: string, place: { line: number; column: number }): Issue {
  return {
    code: 'too-large',
    file,
    ...place,
    path: 'file',
    got: 'nesting too deep',
    expected: `at most ${MAX_DEPTH} levels`,
  };
}

function secondIssue(file: string, { line, col }: { line: number; col: number }): Issue {
  return {
    code: 'syntax',
    file,
    line,
    column: col,
    path: 'file',
    got: 'a second document',
    expected: 'one document per file',
  };
}

/**
 * Position at which brackets nest too deeply, outside quoted text and comments; undefined if they do not. A
 * cheap check before parsing.
 */
function bracketDepth(text: string): { line: number; column: number } | undefined {
  let depth = 0;
  let line = 1;
  let start = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') {
      line++;
      start = i + 1;
    } else if (quote !== '') {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /[\s[{,:]|^$/.test(text[i - 1] ?? '')) quote = c;
    else if (c === '#' && /\s|^$/.test(text[i - 1] ?? ''))
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    else if (c === '[' || c === '{') {
      if (++depth > MAX_DEPTH) return { line, column: i - start + 1 };
    } else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
  }
  return undefined;
}

/** Maximum number of aliases to tables and lists in one file. */
const MAX_ALIASES = 50;
/** Maximum number of characters that all aliases of scalars together may insert in one file. */
const MAX_EXPANDED = 1_000_000;

/**
 * Refuses three things before conversion: dangerous, duplicate and malformed keys; aliases that dangle, nest
 * or are too many; and oversized trees.
 */
function inspect(document: Document, targets: Targets, file: string, lines: LineCounter): void {
  const stack: [node: unknown, depth: number, path: string][] = [[document.contents, 0, '']];
  let aliases = 0;
  let expanded = 0;
  const issues: Issue[] = [];
  const placeAt = (node: unknown) => {
    const at = lines.linePos((node as Node | null)?.range?.[0] ?? 0);
    return { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  };
  let nodes = 0;
  while (stack.length > 0 && issues.length < 20) {
    const [node, depth, path] = stack.pop()!;
    const at = path === '' ? 'file' : path;
    if (++nodes > MAX_NODES) {
      issues.push({
        code: 'too-large',
        file,
        ...placeAt(node),
        path: 'file',
        got: `more than ${MAX_NODES} values`,
        expected: 'a few hundred',
      });
      break;
    }
    if (depth > MAX_DEPTH) {
      issues.push(deepIssue(file, placeAt(node)));
      break;
    }
    if (isAlias(node)) {
      const target = targets.get(node);
      if (isScalar(target)) {
        expanded += String(target.value).length;
        if (expanded <= MAX_EXPANDED) continue;
      } else if (target !== undefined && aliases++ < MAX_ALIASES && !holdsAlias(target)) continue;
      issues.push({
        code: target === undefined ? 'dangling-reference' : 'too-large',
        file,
        ...placeAt(node),
        path: at,
        got: showValue(`*${node.source}`),
        expected: target === undefined ? 'the name of an anchor above' : 'a few aliases, none inside another',
      });
    } else if (isSeq(node)) {
      for (const item of node.items) stack.push([item, depth + 1, path]);
    } else if (isMap(node)) {
      const seen = new Map<string, { line: number }>();
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const place = placeAt(pair.key);
        if (!isScalar(pair.key) || pair.key.value === null || typeof pair.key.value === 'object') {
          issues.push({ code: 'wrong-type', file, ...place, path: at, expected: 'a word as key' });
          continue;
        }
        const key = String(pair.key.value);
        const inner = path === '' ? key : `${path}.${key}`;
        const first = seen.get(key);
        if (first !== undefined)
          issues.push({
            code: 'inconsistent',
            file,
            ...place,
            path: inner,
            expected: 'each key once',
            hint: `it stands on line ${first.line} already`,
          });
        else seen.set(key, place);
        if (FORBIDDEN_KEYS.has(key))
          issues.push({ code: 'unknown-key', file, ...place, path: inner, hint: RESERVED });
        stack.push([pair.value, depth + 1, inner]);
      }
    }
  }
  if (issues.length > 0) refuse(issues);
}

/** Position of a path in a document: of its value, or with `key` of its key; undefined if absent. */
export function placeOf(
  source: SourceDocument,
  path: readonly (string | number)[],
  key = false,
): { line: number; column: number } | undefined {
  let node: unknown = source.document.contents;
  for (let i = 0; i < path.length; i++) {
    const step = path[i];
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return undefined;
      node = key && i === path.length - 1 ? pair.key : (pair.value ?? pair.key);
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return undefined;
    } else return undefined;
  }
  const range = (node as Node | null)?.range;
  if (range === undefined || range === null) return undefined;
  const at = source.lines.linePos(range[0]);
  return { line: at.line, column: at.col };
}
