import { InputError, type Issue } from './errors.ts';

/** Control and format characters, line and paragraph separators, unpaired surrogates. */
const UNPRINTABLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u;

/** Text that is safe to print: one line, truncated to a length, with invisible characters shown as `?`. */
export function cleanText(text: string, longest: number): string {
  const clean = [...text.slice(0, 4 * longest + 8)].map((c) => (UNPRINTABLE.test(c) ? '?' : c));
  if (text.length <= longest) return clean.join('');
  let short = '';
  for (const c of clean) {
    if (short.length + c.length > longest - 3) break;
    short += c;
  }
  return `${short}...`;
}

/** Formats a value for an error message: one line, at most 60 characters. */
export function showValue(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return cleanText(text ?? String(value), 60);
}

const SAID: Record<Issue['code'], string> = {
  unreadable: 'cannot be read',
  syntax: 'is not valid YAML or JSON',
  'unknown-key': 'is not a known key',
  missing: 'is missing',
  'wrong-type': 'has the wrong type',
  'out-of-range': 'is out of range',
  'not-one-of': 'is not one of the allowed values',
  'dangling-reference': 'names something that does not exist',
  inconsistent: 'does not fit the rest',
  'too-large': 'is too large',
  usage: 'is not how this command is used',
};

/**
 * Sentence for one issue: location, problem, value received, value expected and hint.
 *
 * @example
 * issueSentence({ code: 'out-of-range', file: 'a.yaml', line: 3, column: 9, path: 'sales.marginShare',
 *   got: '75', expected: 'a share from 0 to 1', hint: 'write 0.75' })
 */
export function issueSentence(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const parts = [place === '' ? '' : `${place}: `];
  parts.push(
    issue.path === undefined || issue.path === '' ? 'this' : cleanText(issue.path, 120),
    ' ',
    SAID[issue.code],
  );
  if (issue.got !== undefined) parts.push(`: got ${cleanText(issue.got, 160)}`);
  if (issue.expected !== undefined)
    parts.push(issue.got === undefined ? `: expected ${issue.expected}` : `, expected ${issue.expected}`);
  if (issue.hint !== undefined) parts.push(` (${issue.hint})`);
  return parts.join('');
}

/** Maximum number of issues in one error. */
const MAX_ISSUES = 50;

/**
 * Throws an {@link InputError} with the first 50 issues, sorted by file, line and column. Its message has one
 * sentence a line; if there are more issues, the last line counts the rest.
 */
export function refuse(issues: readonly Issue[]): never {
  const sorted = [...issues].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
  const shown = sorted.slice(0, MAX_ISSUES);
  const lines = shown.map(issueSentence);
  if (sorted.length > shown.length) lines[shown.length - 1] = `and ${sorted.length - shown.length + 1} more`;
  throw new InputError(shown, lines.join('\n'));
}
