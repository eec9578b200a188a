import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/core/nearest.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 4, maxLength: 12 });

describe('nearestName', () => {
  test.each([
    ['visitor', 'visitors'],
    ['vistiors', 'visitors'],
    ['LEADS', 'leads'],
    ['leeds', 'leads'],
    ['eads', 'leads'],
    ['wonDeal', 'wonDeals'],
  ])('%s suggests %s', (name, wanted) => {
    expect(nearestName(name, ['visitors', 'leads', 'wonDeals'])).toBe(wanted);
  });

  test('a name unlike all candidates gets no suggestion', () => {
    expect(nearestName('pipelineCoverage', ['visitors', 'leads'])).toBeUndefined();
    expect(nearestName('anything', [])).toBeUndefined();
  });

  test('a swap of neighbours counts as one edit, not two', () => {
    // A four-letter name still allows two edits, so the nearer candidate decides.
    expect(nearestName('abdc', ['abxx', 'abcd'])).toBe('abcd');
    expect(nearestName('ab', ['cb', 'ba'])).toBe('cb');
  });

  test('a slip of one letter still suggests the name, and an exact match beats a near one', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'change', 'double'), (name, place, kind) => {
        const i = place % name.length;
        const middle = kind === 'drop' ? '' : kind === 'change' ? 'z' : name[i] + name[i];
        const misspelt = name.slice(0, i) + middle + name.slice(i + 1);
        expect(nearestName(misspelt, ['zzzzzzzzzzzzzzzz', name])).toBe(name);
        expect(nearestName(name, [`${name}x`, name])).toBe(name);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test('a name of a million letters gets no suggestion', () => {
    expect(nearestName('x'.repeat(1e6), ['visitors'])).toBeUndefined();
  });

  test('an empty name does not suggest a long one', () => {
    expect(nearestName('', ['visitors'])).toBeUndefined();
  });
});
