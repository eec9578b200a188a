import { describe, expect, test } from 'vitest';
import { InputError, type Issue } from '../../src/core/errors.ts';
import { issueSentence, refuse, showValue } from '../../src/core/messages.ts';

describe('showValue', () => {
  test('showValue shows plain values as JSON and special numbers by name', () => {
    expect([75, 'a', null, true, [1], { a: 1 }, undefined, Number.NaN].map(showValue)).toEqual([
      '75',
      '"a"',
      'null',
      'true',
      '[1]',
      '{"a":1}',
      'undefined',
      'NaN',
    ]);
  });

  test('showValue returns one line of at most 60 characters for any value', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const odd = [
      'x'.repeat(500),
      'a\nb\tc\u001b[31m\u007f\u009b',
      circular,
      1n,
      () => 1,
      Symbol('s'),
      '\u{1f600}'.repeat(40),
    ];
    for (const value of odd) {
      const text = showValue(value);
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(60);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }
  });

  test('showValue makes Unicode line separators visible', () => {
    expect(showValue('a\u2028b\u2029c')).not.toMatch(/[\u2028\u2029]/);
  });

  test('showValue truncates with three dots and keeps as much as fits', () => {
    expect(showValue('y'.repeat(58))).toBe(`"${'y'.repeat(58)}"`);
    expect(showValue('y'.repeat(59))).toBe(`"${'y'.repeat(56)}...`);
  });

  test('showValue never splits a surrogate pair', () => {
    for (let lead = 0; lead < 4; lead++) {
      const text = showValue('x'.repeat(lead) + '\u{1f600}'.repeat(40));
      // Encoding an unpaired surrogate throws.
      expect(() => encodeURIComponent(text)).not.toThrow();
    }
  });
});

describe('issueSentence', () => {
  test('an issue sentence states the position, the problem, the value received, the expected value and a hint', () => {
    const issue: Issue = {
      code: 'out-of-range',
      file: 'a.yaml',
      line: 3,
      column: 9,
      path: 'sales.marginShare',
      got: '75',
      expected: 'a share from 0 to 1',
      hint: 'write 0.75',
    };
    expect(issueSentence(issue)).toBe(
      'a.yaml:3:9: sales.marginShare is out of range: got 75, expected a share from 0 to 1 (write 0.75)',
    );
  });

  test('an issue sentence omits unknown parts together with their punctuation', () => {
    expect(issueSentence({ code: 'missing', path: 'seed', expected: 'a text' })).toBe(
      'seed is missing: expected a text',
    );
    expect(issueSentence({ code: 'syntax', file: 'b.yaml' })).toBe('b.yaml: this is not valid YAML or JSON');
    expect(issueSentence({ code: 'missing', path: '' })).toBe('this is missing');
  });

  test('every kind of issue has a sentence of its own', () => {
    const codes: Issue['code'][] = [
      'unreadable',
      'syntax',
      'unknown-key',
      'missing',
      'wrong-type',
      'out-of-range',
      'not-one-of',
      'dangling-reference',
      'inconsistent',
      'too-large',
      'usage',
    ];
    const sentences = codes.map((code) => issueSentence({ code, path: 'p' }));
    expect(new Set(sentences).size).toBe(codes.length);
    for (const sentence of sentences) expect(sentence).not.toContain('undefined');
  });
});

describe('refuse', () => {
  test('refuse throws one error that carries all issues, one per line', () => {
    const issues: Issue[] = [
      { code: 'missing', path: 'a' },
      { code: 'unknown-key', path: 'b' },
    ];
    let thrown: unknown;
    try {
      refuse(issues);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).issues).toEqual(issues);
    expect((thrown as InputError).message).toBe('a is missing\nb is not a known key');
    expect((thrown as InputError).name).toBe('InputError');
  });
});
