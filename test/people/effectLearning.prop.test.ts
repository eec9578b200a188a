import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/core/numeric/normal.ts';
import { EffectLearning } from '../../src/people/effectLearning.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const histories = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    mean: number(-1, 1),
    sd: number(0.1, 2),
    months: fc.array(
      fc.record({
        exposure: fc.array(number(-3, 3), { minLength: size, maxLength: size }),
        observed: number(-5, 5),
        variance: number(0.2, 4),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);

/** Solves a linear system by Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < a.length; i++) {
    const pivot = a
      .slice(i)
      .reduce((best, row, at) => (Math.abs(row[i]) > Math.abs(a[best][i]) ? i + at : best), i);
    [a[i], a[pivot]] = [a[pivot], a[i]];
    for (let j = i + 1; j < a.length; j++) {
      const factor = a[j][i] / a[i][i];
      for (let k = i; k <= a.length; k++) a[j][k] -= factor * a[i][k];
    }
  }
  const x = new Array<number>(a.length).fill(0);
  for (let i = a.length - 1; i >= 0; i--)
    x[i] = (a[i][a.length] - x.reduce((sum, value, k) => (k > i ? sum + a[i][k] * value : sum), 0)) / a[i][i];
  return x;
}

test('sequential Bayesian updates equal the posterior from the whole history at once', () => {
  fc.assert(
    fc.property(histories, ({ size, mean, sd, months }) => {
      const learning = new EffectLearning(size);
      learning.reset(mean, sd);
      for (const { exposure, observed, variance } of months)
        learning.observe(Float64Array.from(exposure), observed, variance);
      // (I / s² + sum h h' / v) theta = m / s² + sum h y / v.
      const indices = Array.from({ length: size }, (_, k) => k);
      const precision = indices.map((i) =>
        indices.map((j) =>
          months.reduce(
            (sum, { exposure, variance }) => sum + (exposure[i] * exposure[j]) / variance,
            i === j ? 1 / (sd * sd) : 0,
          ),
        ),
      );
      const right = indices.map((i) =>
        months.reduce(
          (sum, { exposure, observed, variance }) => sum + (exposure[i] * observed) / variance,
          mean / (sd * sd),
        ),
      );
      const expected = solve(precision, right);
      for (const k of indices) {
        expect(Math.abs(learning.mean[k] - expected[k])).toBeLessThan(1e-8 * (1 + Math.abs(expected[k])));
        const column = solve(
          precision,
          indices.map((i) => (i === k ? 1 : 0)),
        );
        for (const i of indices)
          expect(Math.abs(learning.covarianceOf(i, k) - column[i])).toBeLessThan(1e-8 * (1 + sd * sd));
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('draws have the mean and covariance of the belief, apart from truncation at 0', () => {
  const learning = new EffectLearning(2);
  learning.reset(3, 0.8);
  learning.observe(Float64Array.of(1, 1), 6.5, 0.3);
  const n = 40_000;
  const into = new Float64Array(2);
  const sums = [0, 0, 0, 0, 0];
  // Two low-discrepancy coordinates replace two independent uniform numbers.
  for (let i = 0; i < n; i++) {
    const u = (i + 0.5) / n;
    const v = (i * 0.6180339887498949) % 1;
    learning.draw(Float64Array.of(normalQuantile(u), normalQuantile(v || 0.5)), into);
    const [a, b] = [into[0] - learning.mean[0], into[1] - learning.mean[1]];
    for (const [at, value] of [a, b, a * a, a * b, b * b].entries()) sums[at] += value / n;
  }
  const [a, b, aa, ab, bb] = sums;
  expect(Math.abs(a)).toBeLessThan(2e-3);
  expect(Math.abs(b)).toBeLessThan(2e-3);
  expect(aa).toBeCloseTo(learning.covarianceOf(0, 0), 2);
  expect(ab).toBeCloseTo(learning.covarianceOf(0, 1), 2);
  expect(bb).toBeCloseTo(learning.covarianceOf(1, 1), 2);
  expect(learning.covarianceOf(0, 1)).toBeLessThan(-0.1);
});

test('drawn effects are never negative, and a certain effect is not randomised', () => {
  const learning = new EffectLearning(1);
  const into = new Float64Array(1);
  learning.reset(-1, 0);
  learning.draw(Float64Array.of(3), into);
  expect(into[0]).toBe(0);
  learning.reset(0.7, 0);
  learning.observe(Float64Array.of(1), 5, 1);
  learning.draw(Float64Array.of(-2), into);
  expect(into[0]).toBe(0.7);
});

test('draws have the joint covariance of the belief across tactics', () => {
  fc.assert(
    fc.property(histories, ({ size, sd, months }) => {
      const learning = new EffectLearning(size);
      // Far from zero, so that no draw is truncated.
      learning.reset(1000, sd);
      for (const { exposure, variance } of months)
        learning.observe(
          Float64Array.from(exposure),
          exposure.reduce((sum, h) => sum + 1000 * h, 0),
          variance,
        );
      const drawn = (normals: Float64Array) => {
        const into = new Float64Array(size);
        learning.draw(normals, into);
        return into;
      };
      const middle = drawn(new Float64Array(size));
      for (let k = 0; k < size; k++) expect(Math.abs(middle[k] - learning.mean[k])).toBeLessThan(1e-9);
      // Each normal number moves the draw along one column of a root of the covariance; moves add up.
      const columns = Array.from({ length: size }, (_, j) =>
        drawn(new Float64Array(size).with(j, 1)).map((value, k) => value - middle[k]),
      );
      for (let a = 0; a < size; a++)
        for (let b = 0; b < size; b++) {
          const spread = columns.reduce((sum, column) => sum + column[a] * column[b], 0);
          expect(Math.abs(spread - learning.covarianceOf(a, b))).toBeLessThan(1e-7 * Math.max(1, sd * sd));
        }
      const all = drawn(new Float64Array(size).fill(2));
      for (let k = 0; k < size; k++) {
        const moved = columns.reduce((sum, column) => sum + column[k], 0);
        expect(Math.abs(all[k] - middle[k] - 2 * moved)).toBeLessThan(1e-7);
      }
    }),
    { seed: 77, numRuns: 200 },
  );
});

test('what is seen almost without noise keeps beliefs finite, however often it is seen', () => {
  const learning = new EffectLearning(3);
  learning.reset(0.5, 0.5);
  const into = new Float64Array(3);
  for (let month = 0; month < 24; month++) {
    // One counter is noisy and teaches about two tactics; another is exact and shows a third that is rare.
    learning.observe(Float64Array.of(1.3, -0.2, 0), 1 + 0.3 * (month % 2), 4);
    learning.observe(Float64Array.of(0, 0, month % 5 === 0 ? 7 : 0.1), month % 5 === 0 ? 7 : 0.1, 1e-25);
    learning.draw(Float64Array.of(1, -1, 2), into);
  }
  expect(Math.abs(learning.mean[2] - 1)).toBeLessThan(1e-9);
  for (const k of [0, 1, 2]) {
    expect(learning.covarianceOf(k, k)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(learning.mean[k])).toBeLessThan(3);
    expect(into[k]).toBeLessThan(5);
  }
});
