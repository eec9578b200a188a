import { InputError, type Issue } from './errors.ts';

/** Control characters, line and paragraph separators, halves of characters. */
const UNPRINTABLE = /\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u;

/** A value as an error message shows it: one line, at most 60 characters, control characters made visible. */
export function showValue(value: unknown): string {
  let text: string;
  try {
    text = typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  if (text === undefined) text = String(value);
  const clean = [...text].map((c) => (c.length === 1 && UNPRINTABLE.test(c) ? '?' : c));
  const whole = clean.join('');
  if (whole.length <= 60) return whole;
  let short = '';
  for (const c of clean) {
    if (short.length + c.length > 57) break;
    short += c;
  }
  return `${short}...`;
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
 * The sentence of one issue: where, what, the value received, what was expected, and a hint.
 *
 * @example issueSentence({ code: 'out-of-range', file: 'a.yaml', line: 3, column: 9, path: 'sales.marginShare', got: '75', expected: 'a share from 0 to 1', hint: 'write 0.75' })
 */
export function issueSentence(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const parts = [place === '' ? '' : `${place}: `];
  parts.push(issue.path === undefined || issue.path === '' ? 'this' : issue.path, ' ', SAID[issue.code]);
  if (issue.got !== undefined) parts.push(`: got ${issue.got}`);
  if (issue.expected !== undefined)
    parts.push(issue.got === undefined ? `: expected ${issue.expected}` : `, expected ${issue.expected}`);
  if (issue.hint !== undefined) parts.push(` (${issue.hint})`);
  return parts.join('');
}

/** Throws one {@link InputError} that carries all issues and reads as their sentences, one a line. */
export function refuse(issues: readonly Issue[]): never {
  throw new InputError(issues, issues.map(issueSentence).join('\n'));
}
