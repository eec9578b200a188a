import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { hashOf } from '../../src/core/hash.ts';

describe('hashOf', () => {
  test('hashOf is the SHA-256 of the canonical JSON', () => {
    // The digest of the two characters {}, from an independent implementation.
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('hashOf does not depend on the order of keys or on absent values', () => {
    expect(hashOf({ a: 1, b: { d: 2, c: 3 } })).toBe(hashOf({ b: { c: 3, d: 2, e: undefined }, a: 1 }));
  });

  test('hashOf differs for different data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(hashOf(a) === hashOf(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });

  test('hashOf tells composed from decomposed accents, and accepts emoji', () => {
    expect(hashOf('\u00e9')).not.toBe(hashOf('e\u0301'));
    expect(hashOf('\u{1f600}')).toMatch(/^[0-9a-f]{64}$/);
  });
});
