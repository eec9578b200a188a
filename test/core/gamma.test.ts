import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaCdf, logGamma } from '../../src/core/numeric/gamma.ts';

const relative = (got: number, wanted: number) => Math.abs(got / wanted - 1);

describe('logGamma', () => {
  test('logGamma(n + 1) is the logarithm of n factorial', () => {
    let factorial = 1;
    for (let n = 1; n <= 100; n++) {
      const allowance = 1e-13 + 4 * 2 ** -53 * Math.log(factorial);
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(allowance);
      factorial *= n;
    }
  });

  test('logGamma(1/2) is half the logarithm of pi, and other half-integers follow by recurrence', () => {
    expect(Math.abs(logGamma(0.5) - 0.5723649429247001)).toBeLessThan(2e-14);
    expect(Math.abs(logGamma(1.5) - -0.12078223763524522)).toBeLessThan(1e-13);
    expect(Math.abs(logGamma(2.5) - 0.2846828704729192)).toBeLessThan(1e-13);
  });

  test('logGamma satisfies the recurrence for large arguments up to rounding', () => {
    for (let x = 10.5; x < 1e6; x *= 1.7) {
      const rounding = 8 * 2 ** -53 * logGamma(x + 1);
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(rounding + 1e-13);
    }
  });

  test('logGamma satisfies the reflection formula below 1', () => {
    for (let x = 0.01; x < 1; x += 0.01) {
      const wanted = Math.log(Math.PI / Math.sin(Math.PI * x));
      expect(Math.abs(logGamma(x) + logGamma(1 - x) - wanted)).toBeLessThan(1e-13);
    }
  });
});

describe('betaCdf', () => {
  test('betaCdf with one shape equal to 1 is a power function', () => {
    for (let x = 0.01; x < 1; x += 0.01) {
      expect(relative(betaCdf(x, 3.7, 1), x ** 3.7)).toBeLessThan(2e-13);
      expect(Math.abs(betaCdf(x, 1, 3.7) - (1 - (1 - x) ** 3.7))).toBeLessThan(2e-13);
      expect(Math.abs(betaCdf(x, 1, 1) - x)).toBeLessThan(2e-14);
    }
  });

  test('betaCdf with both shapes 1/2 is the arcsine law', () => {
    for (let x = 0.005; x < 1; x += 0.01) {
      expect(Math.abs(betaCdf(x, 0.5, 0.5) - (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeLessThan(1e-13);
    }
  });

  test('betaCdf with integer shapes is a binomial tail probability', () => {
    // I_x(a, b) = P(at least a of a + b - 1 trials succeed).
    for (const [a, b] of [
      [2, 5],
      [8, 3],
      [20, 30],
      [1, 40],
    ]) {
      for (const x of [0.02, 0.2, 0.5, 0.77, 0.98]) {
        const n = a + b - 1;
        let term = (1 - x) ** n;
        let below = 0;
        for (let k = 0; k < a; k++) {
          below += term;
          term *= ((n - k) / (k + 1)) * (x / (1 - x));
        }
        expect(Math.abs(betaCdf(x, a, b) - (1 - below))).toBeLessThan(1e-12);
      }
    }
  });

  test('betaCdf is 0 and 1 at and beyond the ends', () => {
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
  });

  test('betaCdf and its mirror image sum to 1', () => {
    const shape = fc.integer({ min: 1, max: 4000 }).map((i) => i / 40);
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 999 }), (a, b, i) => {
        expect(Math.abs(betaCdf(i / 1000, a, b) + betaCdf(1 - i / 1000, b, a) - 1)).toBeLessThan(1e-12);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('betaCdf lies strictly between 0 and 1 at every double near the switch to the mirror image', () => {
    const shape = fc.integer({ min: 1, max: 100_000 }).map((i) => 0.1 + i / 5003);
    const view = new DataView(new ArrayBuffer(8));
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: -3, max: 3 }), (a, b, steps) => {
        view.setFloat64(0, (a + 1) / (a + b + 2));
        view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
        const p = betaCdf(view.getFloat64(0), a, b);
        expect(p > 0 && p < 1).toBe(true);
      }),
      { seed: 4, numRuns: 20_000 },
    );
  });
});
