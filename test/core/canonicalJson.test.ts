import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';

/** Rebuilds data with keys in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value).reverse()) out[key] = reversed(item);
  return out;
}

describe('canonical JSON', () => {
  test('canonical JSON orders keys and omits whitespace and absent values', () => {
    expect(canonicalJson({ b: 1, a: [2], c: undefined })).toBe('{"a":[2],"b":1}');
  });

  test('canonical JSON reads back as the same data, with and without indentation', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = canonicalJson(value, indent);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  test('equal data with differently ordered keys give equal bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  test('keys are ordered by code units, including whole numbers and non-ASCII characters', () => {
    expect(canonicalJson({ 10: 0, 9: 0, '\u00e9': 0, z: 0, Z: 0, '': 0 })).toBe(
      '{"":0,"10":0,"9":0,"Z":0,"z":0,"\u00e9":0}',
    );
  });

  test('negative zero is written as zero, and other numbers as in JavaScript', () => {
    expect(canonicalJson([-0, 1e21, 0.1, 1e-7])).toBe('[0,1e+21,0.1,1e-7]');
  });

  test('a list of numbers stays on one line under indentation', () => {
    expect(canonicalJson({ b: [1, 2], a: [{}], c: [] }, '  ')).toBe(
      '{\n  "a": [\n    {}\n  ],\n  "b": [1, 2],\n  "c": []\n}',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'canonical JSON refuses %d at any depth',
    (value) => {
      expect(() => canonicalJson({ a: [1, { b: value }] })).toThrow(TypeError);
      expect(() => canonicalJson([value], '  ')).toThrow(TypeError);
    },
  );

  test('canonical JSON refuses values that are not data', () => {
    for (const value of [undefined, () => 1, Symbol('s'), 1n, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
