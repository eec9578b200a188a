import { describe, expect, test } from 'vitest';
import { drawPairs, LIST, lists } from '../../src/random/lists.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';

const SEED = 'uniformity';

/** Standardised chi-square statistic: distance from its mean in standard errors (mean df, variance 2 df). */
function chiSquareZ(sample: Float64Array, cells: number): number {
  const counts = new Float64Array(cells);
  for (const u of sample) counts[Math.floor(u * cells)]++;
  const expected = sample.length / cells;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (statistic - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

/** Correlation of two uniform samples times the root of their length: standard normal if independent. */
function correlationZ(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] - 0.5) * (y[i] - 0.5);
  return (12 * sum) / Math.sqrt(x.length);
}

const N = 50_000;
const sampleOf = (draw: (i: number) => number) => Float64Array.from({ length: N }, (_, i) => draw(i));

const luck = luckKey(SEED, 0);
const replicates = sampleOf((i) => uniform(luckKey(SEED, i), 3, purposeOf(9)));
const VARIED: [string, (i: number) => number, (i: number) => number][] = [
  ['entities', (i) => uniform(luck, i, purposeOf(5)), (i) => uniform(luck, i + 1, purposeOf(5))],
  ['sub-draws', (i) => uniform(luck, 7, purposeOf(5) + i), (i) => uniform(luck, 7, purposeOf(5) + i + 1)],
  [
    'purposes',
    (i) => uniform(luck, i, purposeOf(i & 255)),
    (i) => uniform(luck, i, purposeOf((i + 1) & 255)),
  ],
  ['replicates', (i) => replicates[i], (i) => replicates[(i + 1) % N]],
];

describe('uniform numbers', () => {
  test.each(VARIED)('uniforms across %s fill 1,024 cells evenly', (_, draw) => {
    // Would catch a dropped or masked counter word, which leaves whole cells empty or doubled. Too even is as
    // wrong as too uneven.
    expect(Math.abs(chiSquareZ(sampleOf(draw), 1024))).toBeLessThan(5);
  });

  test.each(VARIED)('uniforms of adjacent %s do not correlate', (_, draw, next) => {
    // Would catch too few rounds: neighbouring counters would give neighbouring words.
    expect(Math.abs(correlationZ(sampleOf(draw), sampleOf(next)))).toBeLessThan(5);
  });

  test.each(VARIED)('uniforms of adjacent %s fill a 32 by 32 square evenly', (_, draw, next) => {
    // Would catch dependence without correlation, such as a shared high bit.
    const pairs = sampleOf((i) => (Math.floor(draw(i) * 32) + next(i)) / 32);
    expect(Math.abs(chiSquareZ(pairs, 1024))).toBeLessThan(5);
  });

  test('the two uniforms of a pair are each even, and independent of each other', () => {
    // Would catch a second word that is a permutation of the first.
    const first = new Float64Array(N);
    const second = new Float64Array(N);
    for (let begin = 0; begin < N; begin += LIST) {
      const count = Math.min(LIST, N - begin);
      for (let i = 0; i < count; i++) lists.ids[i] = begin + i;
      drawPairs(luck, purposeOf(77), count);
      first.set(lists.first.subarray(0, count), begin);
      second.set(lists.second.subarray(0, count), begin);
    }
    expect(Math.abs(chiSquareZ(first, 1024))).toBeLessThan(5);
    expect(Math.abs(chiSquareZ(second, 1024))).toBeLessThan(5);
    expect(Math.abs(correlationZ(first, second))).toBeLessThan(5);
    const square = Float64Array.from(first, (u, i) => (Math.floor(u * 32) + second[i]) / 32);
    expect(Math.abs(chiSquareZ(square, 1024))).toBeLessThan(5);
  });

  test('low-order digits of a draw fill 256 cells evenly', () => {
    // Would catch weak low bits: the 2^-16 digits decide small probabilities.
    const low = sampleOf((i) => (uniform(luck, i, purposeOf(6)) * 65_536) % 1);
    expect(Math.abs(chiSquareZ(low, 256))).toBeLessThan(5);
  });
});
