import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../src/core/numeric/gamma.ts';
import {
  betaQuantileTable,
  exponentialFrom,
  logNormalFrom,
  logNormalParameters,
  normalFrom,
  poissonPmf,
  poissonQuantile,
  quantileFromTable,
} from '../../src/random/distributions.ts';

/** Poisson distribution function by normalised summation outward from the mode, which cannot underflow. */
function poissonCdfTable(mean: number): { first: number; cdf: Float64Array } {
  const mode = Math.floor(mean);
  const reach = Math.ceil(14 * Math.sqrt(mean) + 40);
  const first = Math.max(0, mode - reach);
  const weights = new Float64Array(mode + reach - first + 1);
  weights[mode - first] = 1;
  for (let k = mode + 1; k <= mode + reach; k++) weights[k - first] = (weights[k - 1 - first] * mean) / k;
  for (let k = mode - 1; k >= first; k--) weights[k - first] = (weights[k + 1 - first] * (k + 1)) / mean;
  // Small terms first, from both ends, so that the sum is accurate to the last digit.
  const total = Array.from(weights)
    .sort((a, b) => a - b)
    .reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const cdf = weights.map((weight) => {
    sum += weight;
    return sum / total;
  });
  return { first, cdf };
}

const MEANS = [
  0.1, 0.5, 1, 2.5, 4, 10, 29.9, 30, 30.000001, 30.5, 31, 31.99, 47.3, 100, 250.75, 999.999, 1000, 2000,
];

describe('poissonQuantile', () => {
  test.each(MEANS)(
    'poissonQuantile with mean %d inverts the summed distribution function on both sides of every step',
    (mean) => {
      const { first, cdf } = poissonCdfTable(mean);
      for (let i = 0; i < cdf.length; i++) {
        // The uniforms lie on a grid of 2^-32 = 2.3e-10, so a hundredth of that is far finer than any draw.
        for (const u of [cdf[i] - 2e-12, cdf[i] + 2e-12]) {
          if (!(u > 1.1e-10 && u < 1 - 1.1e-10)) continue;
          const k = poissonQuantile(u, mean) - first;
          expect(cdf[k]).toBeGreaterThan(u);
          if (k > 0) expect(cdf[k - 1]).toBeLessThanOrEqual(u);
        }
      }
    },
  );

  test('a higher mean never gives fewer arrivals from the same uniform', () => {
    const u = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((word) => (word + 0.5) / 2 ** 32);
    const mean = fc.oneof(
      fc.integer({ min: 1, max: 200_000 }).map((x) => x / 100),
      fc.integer({ min: 29, max: 2000 }),
    );
    const step = fc.constantFrom(1e-6, 1e-3, 0.01, 0.5, 1, 7);
    fc.assert(
      fc.property(
        u,
        mean,
        step,
        (at, from, by) => poissonQuantile(at, from + by) >= poissonQuantile(at, from),
      ),
      { seed: 11, numRuns: 20_000 },
    );
  });

  test('the Poisson quantile never falls as the uniform rises', () => {
    for (const mean of [0.3, 12, 30, 31.4, 640.2]) {
      let last = 0;
      for (let i = 0; i < 4000; i++) {
        const k = poissonQuantile((i + 0.5) / 4000, mean);
        expect(k).toBeGreaterThanOrEqual(last);
        last = k;
      }
      expect(last).toBeGreaterThan(mean);
    }
  });

  test('a mean that is not above zero gives zero arrivals', () => {
    expect([0, -1, Number.NaN].map((mean) => poissonQuantile(0.999, mean))).toEqual([0, 0, 0]);
  });

  test('the extreme uniforms give counts within eight standard deviations and ten arrivals of the mean', () => {
    for (const mean of MEANS) {
      expect(poissonQuantile(2 ** -33, mean)).toBeGreaterThanOrEqual(
        Math.floor(Math.max(0, mean - 8 * Math.sqrt(mean))),
      );
      expect(poissonQuantile(1 - 2 ** -33, mean)).toBeLessThanOrEqual(
        Math.ceil(mean + 8 * Math.sqrt(mean) + 10),
      );
    }
  });

  test('the documented example of poissonQuantile holds', () => {
    expect(poissonQuantile(0.5, 4)).toBe(4);
  });
});

describe('poissonPmf', () => {
  test('poissonPmf agrees with the product formula', () => {
    let p = Math.exp(-6.5);
    for (let k = 0; k <= 30; k++) {
      expect(Math.abs(poissonPmf(k, 6.5) / p - 1)).toBeLessThan(1e-13);
      p *= 6.5 / (k + 1);
    }
  });

  test('poissonPmf puts all probability on 0 if the mean is 0', () => {
    expect([poissonPmf(0, 0), poissonPmf(1, 0)]).toEqual([1, 0]);
  });
});

describe('other variates', () => {
  test('a log-normal has the requested mean and coefficient of variation', () => {
    for (const [mean, cv] of [
      [100, 0.5],
      [3, 1.7],
      [1e6, 0.01],
    ]) {
      const { logMean, logSd } = logNormalParameters(mean, cv);
      expect(Math.abs(Math.exp(logMean + logSd ** 2 / 2) / mean - 1)).toBeLessThan(2e-13);
      expect(Math.abs(Math.sqrt(Math.expm1(logSd ** 2)) / cv - 1)).toBeLessThan(1e-12);
      expect(logNormalFrom(0, logMean, logSd)).toBeLessThan(mean);
    }
  });

  test('a log-normal without variation equals its mean', () => {
    const { logMean, logSd } = logNormalParameters(100, 0);
    expect(logSd).toBe(0);
    expect(Math.abs(logNormalFrom(3, logMean, logSd) - 100)).toBeLessThan(1e-12);
  });

  test('normal and exponential medians are 0 and ln 2', () => {
    expect(normalFrom(0.5)).toBe(0);
    expect(Math.abs(exponentialFrom(0.5) - Math.LN2)).toBeLessThan(1e-16);
  });
});

describe('betaQuantileTable', () => {
  test('the interpolated quantile is within a millionth between 2% and 98%', () => {
    for (const [a, b] of [
      [1, 1],
      [1, 3],
      [2, 5],
      [8, 2],
      [30, 70],
      [4, 4],
    ]) {
      const table = betaQuantileTable(a, b);
      expect(table.length).toBe(4097);
      expect([table[0], table[4096]]).toEqual([0, 1]);
      for (let i = 0; i < 300; i++) {
        const u = 0.02 + (0.96 * (i + 0.37)) / 300;
        const x = quantileFromTable(table, u);
        const density = (betaCdf(x + 1e-5, a, b) - betaCdf(x - 1e-5, a, b)) / 2e-5;
        expect(Math.abs(betaCdf(x, a, b) - u) / density).toBeLessThan(1e-6);
      }
    }
  });

  test('the table of Beta(1, 3) is the closed form 1 - (1 - p)^(1/3)', () => {
    const table = betaQuantileTable(1, 3);
    for (let i = 0; i <= 4096; i++)
      expect(Math.abs(table[i] - (1 - (1 - i / 4096) ** (1 / 3)))).toBeLessThan(1e-12);
  });

  test('the quantiles of the table increase strictly', () => {
    const table = betaQuantileTable(2, 9);
    for (let i = 1; i <= 4096; i++) expect(table[i]).toBeGreaterThan(table[i - 1]);
  });
});
