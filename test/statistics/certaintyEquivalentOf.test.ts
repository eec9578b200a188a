import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  certaintyEquivalentOf,
  certaintyEquivalentTerms,
} from '../../src/statistics/certaintyEquivalentOf.ts';
import { describe as summaryOf } from '../../src/statistics/describe.ts';

const incomes = fc
  .array(fc.integer({ min: -200_000, max: 400_000 }), { minLength: 2, maxLength: 40 })
  .map((x) => Float64Array.from(x));
const aversion = fc.integer({ min: 1, max: 1000 }).map((x) => x * 1e-7);

describe('certaintyEquivalentOf', () => {
  test('the certainty equivalent without risk aversion is the mean, with the standard error of the mean', () => {
    expect(certaintyEquivalentOf(Float64Array.of(0, 100), 0)).toEqual({ value: 50, se: 50 });
  });

  test('the certainty equivalent of a single income is that income, with a standard error of 0', () => {
    expect(certaintyEquivalentOf(Float64Array.of(70), 0)).toEqual({ value: 70, se: 0 });
    expect(certaintyEquivalentOf(Float64Array.of(70), 1e-4)).toEqual({ value: 70, se: 0 });
  });

  test('the certainty equivalent of a coin flip is the closed form', () => {
    const r = 1e-3;
    const wanted = -Math.log((1 + Math.exp(-r * 1000)) / 2) / r;
    expect(Math.abs(certaintyEquivalentOf(Float64Array.of(0, 1000), r).value - wanted)).toBeLessThan(1e-9);
  });

  test('the certainty equivalent lies between lowest income and mean, and never rises with risk aversion', () => {
    fc.assert(
      fc.property(incomes, aversion, (sample, r) => {
        const least = sample.reduce((low, x) => Math.min(low, x));
        const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
        const { value, se } = certaintyEquivalentOf(sample, r);
        expect(value).toBeGreaterThanOrEqual(least - 1e-6);
        expect(value).toBeLessThanOrEqual(mean + 1e-6);
        expect(certaintyEquivalentOf(sample, 2 * r).value).toBeLessThanOrEqual(value + 1e-6);
        expect(se).toBeGreaterThanOrEqual(0);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('a common shift of all incomes shifts the certainty equivalent by the same amount', () => {
    fc.assert(
      fc.property(incomes, aversion, fc.integer({ min: -1_000_000, max: 1_000_000 }), (sample, r, extra) => {
        const before = certaintyEquivalentOf(sample, r);
        const after = certaintyEquivalentOf(
          sample.map((x) => x + extra),
          r,
        );
        expect(Math.abs(after.value - before.value - extra)).toBeLessThan(1e-6);
        expect(Math.abs(after.se - before.se)).toBeLessThan(1e-6);
      }),
      { seed: 13, numRuns: 500 },
    );
  });

  test('the certainty equivalent is finite for incomes at which the exponential would overflow', () => {
    const { value, se } = certaintyEquivalentOf(Float64Array.of(-1e9, 0, 1e9), 1);
    expect(Math.abs(value - (-1e9 + Math.log(3)))).toBeLessThan(1e-6);
    expect(Number.isFinite(se)).toBe(true);
  });

  test('a certain income is its own certainty equivalent', () => {
    const { value, se } = certaintyEquivalentOf(new Float64Array(10).fill(54_321.5), 2e-5);
    expect(Math.abs(value - 54_321.5)).toBeLessThan(1e-9);
    expect(se).toBe(0);
  });

  test('the standard error is the delta method applied to the mean of exp(-r x)', () => {
    const r = 1e-5;
    const sample = Float64Array.of(10_000, 60_000, 35_000, 90_000, 20_000);
    const weights = Array.from(sample, (x) => Math.exp(-r * x));
    const mean = weights.reduce((a, b) => a + b) / 5;
    const sd = Math.sqrt(weights.reduce((sum, w) => sum + (w - mean) ** 2, 0) / 4);
    expect(Math.abs(certaintyEquivalentOf(sample, r).se - sd / Math.sqrt(5) / (r * mean))).toBeLessThan(1e-7);
  });
});

describe('certaintyEquivalentTerms', () => {
  test('the mean of the terms is the certainty equivalent, and its standard error that of the delta method', () => {
    fc.assert(
      fc.property(incomes, fc.oneof(fc.constant(0), aversion), (sample, r) => {
        const { mean, se } = summaryOf(certaintyEquivalentTerms(sample, r))!;
        const wanted = certaintyEquivalentOf(sample, r);
        expect(Math.abs(mean - wanted.value)).toBeLessThan(1e-6);
        expect(Math.abs(se - wanted.se)).toBeLessThan(1e-6 * Math.max(1, wanted.se));
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});
