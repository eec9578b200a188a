import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedDifference } from '../../src/statistics/paired.ts';

const whole = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
  minLength: 2,
  maxLength: 12,
});

/** Half-width of the 95% t interval of four differences, in standard errors. */
const T_975_3 = 3.182446305284263;

describe('pairedDifference', () => {
  test('identical arms differ by exactly 0, with an interval of zero width', () => {
    const arm = Float64Array.of(0.1, 3e9, -7, 1 / 3);
    expect(pairedDifference(arm, arm.slice(), 'higher', 5)).toEqual({
      n: 4,
      meanDifference: 0,
      se: 0,
      ci95: [0, 0],
      ci95Simultaneous: [0, 0],
      betterShare: 0,
    });
  });

  test('exchanging the arms reverses every sign, even if differences are a few whole numbers', () => {
    fc.assert(
      fc.property(whole, (pairs) => {
        const a = Float64Array.from(pairs, ([x]) => x);
        const b = Float64Array.from(pairs, ([, y]) => y);
        const forward = pairedDifference(a, b, 'higher', 3)!;
        const backward = pairedDifference(b, a, 'lower', 3)!;
        expect(forward.meanDifference + backward.meanDifference).toBe(0);
        expect(forward.se).toBe(backward.se);
        expect(forward.betterShare).toBe(backward.betterShare);
        for (const key of ['ci95', 'ci95Simultaneous'] as const) {
          expect(Math.abs(forward[key][0] + backward[key][1])).toBeLessThan(1e-12);
          expect(Math.abs(forward[key][1] + backward[key][0])).toBeLessThan(1e-12);
        }
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  test.each([
    [-2, -1],
    [-1, 0],
    [0, 1],
    [1, 2],
    [5, 6],
  ])("differences of %d and %d get a t interval, not a proportion's", (x, y) => {
    const { meanDifference, se, ci95 } = pairedDifference(
      Float64Array.of(x, y, x, y),
      new Float64Array(4),
      'higher',
      1,
    )!;
    expect(Math.abs(ci95[0] - (meanDifference - T_975_3 * se))).toBeLessThan(1e-10);
    expect(Math.abs(ci95[1] - (meanDifference + T_975_3 * se))).toBeLessThan(1e-10);
  });

  test('the interval scales with the unit, down to very small units', () => {
    for (const scale of [1, 1e-6, 1e-12, 1e-18, 1e12]) {
      const arm = Float64Array.of(1 * scale, 2 * scale, 4 * scale, 9 * scale);
      const { meanDifference, se, ci95 } = pairedDifference(arm, new Float64Array(4), 'higher', 1)!;
      expect(Math.abs(ci95[0] / (meanDifference - T_975_3 * se) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(ci95[1] / (meanDifference + T_975_3 * se) - 1)).toBeLessThan(1e-9);
    }
  });

  test('a pair with an undefined value is left out', () => {
    const arm = Float64Array.of(1, Number.NaN, 5, 7);
    const reference = Float64Array.of(0, 1, Number.NaN, 4);
    expect(pairedDifference(arm, reference, 'lower', 1)).toEqual(
      pairedDifference(Float64Array.of(1, 7), Float64Array.of(0, 4), 'lower', 1),
    );
    expect(pairedDifference(Float64Array.of(Number.NaN), Float64Array.of(1), 'higher', 1)).toBeUndefined();
  });

  test('infinite values are refused, even if both arms are infinite together', () => {
    const infinite = Float64Array.of(Number.POSITIVE_INFINITY, 1, 2);
    expect(() => pairedDifference(infinite, Float64Array.of(0, 0, 0), 'higher', 1)).toThrow(RangeError);
    expect(() => pairedDifference(infinite, infinite.slice(), 'higher', 1)).toThrow(RangeError);
  });

  test('the share of better replicates counts strict improvements in the better direction', () => {
    const arm = Float64Array.of(1, 2, 3, 4);
    const reference = Float64Array.of(1, 3, 1, 1);
    expect(pairedDifference(arm, reference, 'higher', 1)!.betterShare).toBe(0.5);
    expect(pairedDifference(arm, reference, 'lower', 1)!.betterShare).toBe(0.25);
    expect(pairedDifference(arm, reference, 'neutral', 1)).not.toHaveProperty('betterShare');
  });

  test('the simultaneous interval is the 95% interval for one contrast, and wider for more', () => {
    const arm = Float64Array.of(1, 2, 4, 9);
    const one = pairedDifference(arm, new Float64Array(4), 'higher', 1)!;
    const ten = pairedDifference(arm, new Float64Array(4), 'higher', 10)!;
    expect(Math.abs(one.ci95Simultaneous[0] - one.ci95[0])).toBeLessThan(1e-12);
    // t(0.9975, 3) = 7.453318504640.
    expect(Math.abs(ten.ci95Simultaneous[1] - (4 + 7.45331850464 * ten.se))).toBeLessThan(1e-5);
  });
});
