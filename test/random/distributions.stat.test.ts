import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../src/core/numeric/gamma.ts';
import { normalCdf } from '../../src/core/numeric/normal.ts';
import {
  betaQuantileTable,
  exponentialFrom,
  logNormalFrom,
  logNormalParameters,
  normalFrom,
  poissonQuantile,
  quantileFromTable,
} from '../../src/random/distributions.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';

const N = 100_000;
const luck = luckKey('distributions', 0);
const draws = (purpose: number, from: (u: number) => number) =>
  Float64Array.from({ length: N }, (_, i) => from(uniform(luck, i, purposeOf(purpose))));

const table = betaQuantileTable(2, 6);
const { logMean, logSd } = logNormalParameters(100, 0.8);

/** Name, sample, distribution function, mean, variance, fourth central moment. */
const CONTINUOUS: [string, Float64Array, (x: number) => number, number, number, number][] = [
  ['normal', draws(1, normalFrom), normalCdf, 0, 1, 3],
  ['exponential', draws(2, exponentialFrom), (x) => 1 - Math.exp(-x), 1, 1, 9],
  [
    'log-normal',
    draws(3, (u) => logNormalFrom(normalFrom(u), logMean, logSd)),
    (x) => normalCdf((Math.log(x) - logMean) / logSd),
    100,
    6400,
    logNormalFourthMoment(100, 0.8),
  ],
  [
    'Beta(2, 6)',
    draws(4, (u) => quantileFromTable(table, u)),
    (x) => betaCdf(x, 2, 6),
    0.25,
    12 / 576,
    betaFourthMoment(2, 6),
  ],
];

function logNormalFourthMoment(mean: number, cv: number): number {
  const w = 1 + cv * cv;
  return (mean * cv) ** 4 * (w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3);
}

function betaFourthMoment(a: number, b: number): number {
  const s = a + b;
  const variance = (a * b) / (s * s * (s + 1));
  const excess = (6 * ((a - b) ** 2 * (s + 1) - a * b * (s + 2))) / (a * b * (s + 2) * (s + 3));
  return (excess + 3) * variance * variance;
}

describe('variates', () => {
  test.each(CONTINUOUS)('the empirical distribution function of %s is the stated one', (_, sample, cdf) => {
    // Kolmogorov-Smirnov: sqrt(n) D above 2.5 has probability 2 exp(-12.5) = 7e-6. Would catch any wrong
    // shape of the quantile function.
    const sorted = sample.slice().sort();
    let distance = 0;
    sorted.forEach((x, i) => {
      const p = cdf(x);
      distance = Math.max(distance, p - i / N, (i + 1) / N - p);
    });
    expect(Math.sqrt(N) * distance).toBeLessThan(2.5);
  });

  test.each(CONTINUOUS)(
    'the mean and variance of %s are the stated ones',
    (_, sample, __, mean, variance, fourth) => {
      // Would catch a scale or location error (such as exp(logMean) taken for the mean) of more than two
      // percent of a standard deviation.
      const average = sample.reduce((sum, x) => sum + x, 0) / N;
      expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(variance / N));
      const spread = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / N;
      expect(Math.abs(spread - variance)).toBeLessThan(5 * Math.sqrt((fourth - variance ** 2) / N));
    },
  );

  test.each([0.4, 7, 29, 30.5, 400])('a Poisson variate with mean %d has that mean and variance', (mean) => {
    // Would catch an off-by-one in the inversion (bias 1, at least 15 standard errors) and a faulty switch of
    // method at 30.
    const sample = draws(10, (u) => poissonQuantile(u, mean));
    const average = sample.reduce((sum, x) => sum + x, 0) / N;
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / N));
    const spread = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / N;
    expect(Math.abs(spread - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean * mean) / N));
  });
});
