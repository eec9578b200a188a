import { describe, expect, test } from 'vitest';
import {
  logIntervalMass,
  logNormalCdf,
  normalCdf,
  normalDensity,
  normalQuantile,
} from '../../src/core/numeric/normal.ts';

/**
 * The coefficients of the body have fifteen digits; beyond two standard deviations this limits the absolute
 * error, not the relative one.
 */
const TAIL_ERROR = 4e-17;

/** P(Z <= z) to sixteen digits or more, from high-precision tables. */
const KNOWN_CDF = [
  [-8, 6.220960574271784e-16],
  [-6, 9.865876450376981e-10],
  [-5, 2.8665157187919391e-7],
  [-4, 3.1671241833119921e-5],
  [-3, 1.3498980316300945e-3],
  [-2, 0.022750131948179207],
  [-1, 0.15865525393145705],
  [1, 0.84134474606854295],
  [2, 0.97724986805182079],
] as const;

describe('normalCdf', () => {
  test.each(KNOWN_CDF)('normalCdf(%d) equals the tabulated probability', (z, p) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(4e-15 * p + TAIL_ERROR);
  });

  test('normalCdf is 1/2 at 0, and 0 and 1 far out', () => {
    expect([normalCdf(0), normalCdf(-39), normalCdf(39)]).toEqual([0.5, 0, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  test('normalCdf and its mirror image sum to 1', () => {
    for (let z = 0; z < 10; z += 0.0137)
      expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(2.3e-16);
  });

  test('normalCdf never decreases in the body, in the tails or where its two formulas meet', () => {
    for (const centre of [-38, -20, -7.07106781186547, -3, 0, 3]) {
      let last = normalCdf(centre - 0.011);
      for (let i = -100; i <= 100; i++) {
        const p = normalCdf(centre + i * 1e-4);
        expect(p).toBeGreaterThanOrEqual(last);
        last = p;
      }
    }
  });

  test('normalCdf grows by the integral of the density', () => {
    // Simpson's rule with 10,000 intervals has a relative error below 1e-14 for such a smooth integrand.
    for (const [from, to] of [
      [-6, -4],
      [-3, 0],
      [0.2, 2.9],
      [-9, -6.5],
    ]) {
      const n = 10_000;
      const h = (to - from) / n;
      let sum = normalDensity(from) + normalDensity(to);
      for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * normalDensity(from + i * h);
      const area = (sum * h) / 3;
      expect(Math.abs(normalCdf(to) - normalCdf(from) - area)).toBeLessThan(5e-14 * area + TAIL_ERROR);
    }
  });
});

describe('normalQuantile', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.9, 1.2815515655446004],
    [0.75, 0.6744897501960817],
    [1e-10, -6.361340902404056],
    [1e-3, -3.090232306167813],
  ])('normalQuantile(%d) equals the tabulated quantile', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(z)));
  });

  test('normalQuantile inverts normalCdf in the body', () => {
    for (let z = -5; z <= 5; z += 0.01) {
      // Attainable accuracy: the error of p over the slope, plus a few units in the last place of z.
      const p = normalCdf(z);
      const allowance = (8e-16 * p + TAIL_ERROR) / normalDensity(z) + 2e-15;
      expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(allowance);
    }
  });

  test('normalCdf inverts normalQuantile down to the smallest uniform', () => {
    for (let e = 1; e <= 33; e++) {
      const p = 2 ** -e;
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-14 * p + TAIL_ERROR);
    }
  });

  test('normalQuantile is odd about 1/2', () => {
    for (let i = 1; i < 512; i++) expect(normalQuantile(i / 1024)).toBe(-normalQuantile(1 - i / 1024));
  });

  test('normalQuantile is infinite at 0 and 1', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test('normalQuantile of NaN is NaN', () => {
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });
});

describe('the logarithm of the distribution function', () => {
  test.each([
    [-24, -292.09872100320774],
    [-26, -342.17850892992783],
    [-30, -454.3212439563431],
    [-37, -689.0305855768905],
  ])('logNormalCdf is accurate far in the tail, at %f', (z, wanted) => {
    // Above -25 it is the log of normalCdf, whose tail is accurate to five digits.
    expect(Math.abs(logNormalCdf(z) - wanted)).toBeLessThan(z > -25 ? 1e-4 : 1e-8);
  });

  test('logNormalCdf remains finite where normalCdf underflows', () => {
    expect(logNormalCdf(-Infinity)).toBe(-Infinity);
    expect(logNormalCdf(-1e4)).toBeCloseTo(-0.5e8 - Math.log(1e4) - 0.5 * Math.log(2 * Math.PI), 6);
    expect(logNormalCdf(0)).toBeCloseTo(Math.log(0.5), 14);
  });

  test('logIntervalMass is the logarithm of the mass of an interval beside or around the mean', () => {
    expect(logIntervalMass(-1, 2)).toBeCloseTo(Math.log(normalCdf(2) - normalCdf(-1)), 13);
    expect(logIntervalMass(30, 31)).toBeCloseTo(logIntervalMass(-31, -30), 10);
    expect(logIntervalMass(30, Infinity)).toBeCloseTo(-454.3212439563431, 8);
    // The interval from 30 to 30.01 holds about 1 - exp(-(30.01² - 30²) / 2) of the tail.
    expect(logIntervalMass(30, 30.01)).toBeCloseTo(
      -454.3212439563431 + Math.log(1 - Math.exp(logNormalCdf(-30.01) - logNormalCdf(-30))),
      8,
    );
  });
});
