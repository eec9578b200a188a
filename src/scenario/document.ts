import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';

/** Limits on one file: a scenario is a few hundred lines. */
export const MAX_FILE_BYTES = 1_000_000;
const MAX_DEPTH = 40;
const MAX_NODES = 50_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'prototype', 'constructor']);

/** One file as read: its plain data and where everything in it stands. */
export interface SourceDocument {
  readonly file: string;
  readonly data: Record<string, unknown>;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Parses the text of one scenario file (YAML, of which JSON is a part), refusing what could hurt or mislead: duplicate keys, alias
 * bombs, custom tags, keys that reach into JavaScript objects, more than 40 levels.
 *
 * @throws InputError with file, line and column
 */
export function parseSource(text: string, file: string): SourceDocument {
  if (text.length > MAX_FILE_BYTES) {
    refuse([
      {
        code: 'too-large',
        file,
        path: 'file',
        got: `${text.length} characters`,
        expected: `at most ${MAX_FILE_BYTES}`,
      },
    ]);
  }
  const depth = bracketDepth(text);
  if (depth > MAX_DEPTH)
    refuse([
      { code: 'too-large', file, path: 'file', got: `${depth} levels of nesting`, expected: `at most ${MAX_DEPTH}` },
    ]);
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      strict: true,
      merge: false,
      version: '1.2',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse([
      {
        code: 'too-large',
        file,
        path: 'file',
        got: 'nesting too deep to read',
        expected: `at most ${MAX_DEPTH} levels`,
      },
    ]);
  }
  const issues: Issue[] = document.errors.slice(0, 20).map((error) => {
    const at = lines.linePos(error.pos[0]);
    return { code: 'syntax', file, line: at.line, column: at.col, path: 'file', got: firstLine(error.message) };
  });
  for (const warning of document.warnings.slice(0, 5)) {
    const at = lines.linePos(warning.pos[0]);
    issues.push({ code: 'syntax', file, line: at.line, column: at.col, path: 'file', got: firstLine(warning.message) });
  }
  if (issues.length > 0) refuse(issues);
  inspect(document.contents as Node | null, file, lines);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
    refuse([
      {
        code: 'too-large',
        file,
        path: 'file',
        got: 'aliases that expand without end',
        expected: 'at most 50 uses of aliases',
      },
    ]);
  }
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

function firstLine(text: string): string {
  return text.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '');
}

/** Deepest nesting of brackets and of indentation, as a cheap look before parsing. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** Refuses dangerous keys and monstrous trees before any plain data are made of them. */
function inspect(root: Node | null, file: string, lines: LineCounter): void {
  const stack: [node: unknown, depth: number, path: string][] = [[root, 0, '']];
  let nodes = 0;
  const issues: Issue[] = [];
  while (stack.length > 0 && issues.length < 20) {
    const [node, depth, path] = stack.pop()!;
    nodes++;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) {
      issues.push({
        code: 'too-large',
        file,
        path: path === '' ? 'file' : path,
        expected: `at most ${MAX_DEPTH} levels and ${MAX_NODES} values`,
      });
      break;
    }
    if (isMap(node) || isSeq(node)) for (const item of node.items) stack.push([item, depth + 1, path]);
    else if (isPair(node)) {
      const key = isScalar(node.key) ? String(node.key.value) : '?';
      const at = lines.linePos((node.key as Node)?.range?.[0] ?? 0);
      if (FORBIDDEN_KEYS.has(key))
        issues.push({
          code: 'unknown-key',
          file,
          line: at.line,
          column: at.col,
          path: path === '' ? key : `${path}.${key}`,
        });
      stack.push([node.value, depth, path === '' ? key : `${path}.${key}`]);
    }
  }
  if (issues.length > 0) refuse(issues);
}

/** Where a path stands in a document: its value, or with `key` its key; undefined if the document does not hold it. */
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
