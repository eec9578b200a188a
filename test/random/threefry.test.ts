import { describe, expect, test } from 'vitest';
import { fillThreefryUniforms, threefry13, threefry20 } from '../../src/random/threefry.ts';

/** Known answers of Random123: key words, counter words, both words after 13 and after 20 rounds. */
const ZERO = [0, 0, 0, 0] as const;
const ONES = [-1, -1, -1, -1] as const;
const PI = [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3] as const;
type Words = readonly [number, number, number, number];
const KNOWN: { name: string; words: Words; after13: number[]; after20: number[] }[] = [
  { name: 'zeros', words: ZERO, after13: [0x9d1c5ec6, 0x8bd50731], after20: [0x6b200159, 0x99ba4efe] },
  { name: 'all bits', words: ONES, after13: [0xfd36d048, 0x2d17272c], after20: [0x1cb996fc, 0xbb002be7] },
  { name: 'digits of pi', words: PI, after13: [0xba3e4725, 0xf27d669e], after20: [0xc4923a9c, 0x483df7a0] },
];

function pairOf(key0: number, key1: number, entity: number, counter1: number): [number, number] {
  const first = new Float64Array(1);
  const second = new Float64Array(1);
  fillThreefryUniforms(key0, key1, counter1, 1, { ids: Int32Array.of(entity), first, second });
  return [first[0], second[0]];
}

describe('threefry against the Random123 known answers', () => {
  test.each(KNOWN)('thirteen rounds on $name give the first word', ({ words, after13 }) => {
    expect(threefry13(...words) >>> 0).toBe(after13[0]);
  });

  test.each(KNOWN)('twenty rounds on $name give both words', ({ words, after20 }) => {
    expect(threefry20(...words).map((word) => word >>> 0)).toEqual(after20);
  });

  test.each(KNOWN)('uniforms on $name are the midpoints of the cells of both words', ({ words, after13 }) => {
    expect(pairOf(...words)).toEqual(after13.map((word) => (word + 0.5) / 2 ** 32));
  });
});

describe('threefry as a function', () => {
  test('threefry words are signed 32-bit integers', () => {
    for (let i = 0; i < 1000; i++) {
      const word = threefry13(i, -i, i * 7919, -1);
      expect(word).toBe(word | 0);
    }
  });

  test('entities in a list get the same uniforms as alone', () => {
    const entities = Int32Array.from({ length: 257 }, (_, i) => Math.imul(i, -1_640_531_527));
    const first = new Float64Array(257);
    const second = new Float64Array(257);
    fillThreefryUniforms(11, -12, 13, 257, { ids: entities, first, second });
    for (let i = 0; i < 257; i++) {
      expect([first[i], second[i]]).toEqual(pairOf(11, -12, entities[i], 13));
      expect(first[i]).toBe(((threefry13(11, -12, entities[i], 13) >>> 0) + 0.5) / 2 ** 32);
    }
  });

  test('only the requested number of entries is written', () => {
    const first = new Float64Array(4).fill(9);
    const second = new Float64Array(4).fill(9);
    fillThreefryUniforms(1, 2, 3, 2, { ids: Int32Array.of(1, 2, 3, 4), first, second });
    expect([first[2], first[3], second[2], second[3]]).toEqual([9, 9, 9, 9]);
    expect(first[1]).toBeLessThan(1);
  });

  test('avalanche: flipping one bit of any of the four arguments flips half of the output bits on average', () => {
    // Flipping one input bit must flip 16 of 32 output bits on average; a missing rotation or key injection
    // would leave a pattern.
    const base: [number, number, number, number] = [0x12345, 0x6789a, 0xbcdef, 0x13579];
    const trials = 400;
    for (let argument = 0; argument < 4; argument++) {
      let flipped = 0;
      let count = 0;
      for (let i = 0; i < trials; i++) {
        const from: [number, number, number, number] = [
          base[0] + i * 77,
          base[1] - i,
          base[2] + i * 3,
          base[3] ^ i,
        ];
        const word = threefry13(...from);
        for (let bit = 0; bit < 32; bit++) {
          const to: [number, number, number, number] = [...from];
          to[argument] ^= 1 << bit;
          let difference = word ^ threefry13(...to);
          for (; difference !== 0; difference &= difference - 1) flipped++;
          count += 32;
        }
      }
      expect(Math.abs(flipped / count - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / count));
    }
  });
});
