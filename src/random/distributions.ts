import { exp, log } from '../core/numeric/elementary.ts';
import { betaCdf, logGamma } from '../core/numeric/gamma.ts';
import { normalQuantile } from '../core/numeric/normal.ts';
import { remembered } from '../core/remembered.ts';

/*
 * Every distribution is sampled by inversion: one uniform gives one variate, and the variate increases with
 * the uniform. This keeps arms positively correlated: from the same uniform, a higher rate gives at least as
 * many arrivals.
 */

/** ln n! for n below 2,048, the small n of this file. */
const LOG_FACTORIALS = /* @__PURE__ */ Float64Array.from({ length: 2048 }, (_, n) => logGamma(n + 1));

/** Number of terms of the series in {@link poissonQuantile}. */
const TERMS = 12;
/**
 * For small n: P(N = n) for N Poisson with mean n at [n * TERMS], and the coefficients of the series around
 * it at [n * TERMS + i]; 0 where not computed yet.
 */
const ABOUT_OWN_MEAN = /* @__PURE__ */ new Float64Array(LOG_FACTORIALS.length * TERMS);
/** The same for a large n, recomputed on every call. */
const aboutLarge = /* @__PURE__ */ new Float64Array(TERMS);
const INVERSES = /* @__PURE__ */ Float64Array.from({ length: 16 }, (_, i) => 1 / i);

/**
 * Taylor series of the Poisson probability in its mean. pmf(n; n + t) = pmf(n; n) sum_i a_i t^i, where (n +
 * t) f' = -t f gives a_{i+1} = -(a_{i-1} + i a_i) / (n (i + 1)); a_0 = 1 and a_1 = 0.
 *
 * @param into receives pmf(n; n) at `at`, a_{i+1} at `at + i`
 */
function setAboutOwnMean(n: number, into: Float64Array, at: number): void {
  into[at] = exp(n * log(n) - n - (n < LOG_FACTORIALS.length ? LOG_FACTORIALS[n] : logGamma(n + 1)));
  const perMean = 1 / n;
  let before = 1;
  let coefficient = 0;
  for (let i = 1; i < TERMS; i++) {
    const next = -(before + i * coefficient) * perMean * INVERSES[i + 1];
    into[at + i] = next;
    before = coefficient;
    coefficient = next;
  }
}

/** P(N = k) for N Poisson with the given mean. */
export function poissonPmf(k: number, mean: number): number {
  return mean > 0 ? exp(k * log(mean) - mean - logGamma(k + 1)) : k === 0 ? 1 : 0;
}

/**
 * Poisson quantile: the smallest k with P(N <= k) > u, where N has the given mean.
 *
 * Means up to 30 are summed from 0. Above 30 the sum starts at n = floor(mean). There Ramanujan's theta gives
 * P(N(n) <= n) for mean n, and integrating dP/dmean = -pmf carries it to the requested mean. The work thus
 * grows with the standard deviation, not with the mean.
 *
 * @param u strictly between 0 and 1
 * @param mean 0 or more
 * @source Ramanujan's theta: NIST DLMF 8.11(v), equation for e_n; P(N<=k) derivative: elementary
 * @example poissonQuantile(0.5, 4) // 4
 */
export function poissonQuantile(u: number, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean <= 30) {
    let k = 0;
    let p = exp(-mean);
    let cumulative = p;
    while (cumulative <= u && p > 0) {
      k += 1;
      p *= mean / k;
      cumulative += p;
      if (p < 1e-18 && k > mean) break;
    }
    return k;
  }
  const n = Math.floor(mean);
  const perMean = 1 / n;
  const isSmall = n < LOG_FACTORIALS.length;
  const about = isSmall ? ABOUT_OWN_MEAN : aboutLarge;
  const at = isSmall ? n * TERMS : 0;
  if (!isSmall || about[at] === 0) setAboutOwnMean(n, about, at);
  const pmfAtInteger = about[at];
  const gap = mean - n;
  let power = gap;
  let rise = 1;
  let integral = gap;
  for (let i = 1; i < TERMS; i++) {
    const next = about[at + i];
    power *= gap;
    rise += next * power;
    integral += next * power * gap * INVERSES[i + 2];
  }
  const theta =
    1 / 3 + perMean * (4 / 135 - perMean * (8 / 2835 + perMean * (16 / 8505 - perMean * (8992 / 12629925))));
  let cumulative = 0.5 + (1 - theta - integral) * pmfAtInteger;
  let k = n;
  let p = pmfAtInteger * rise;
  if (cumulative <= u) {
    while (cumulative <= u && p > 1e-300) {
      k += 1;
      p *= mean / k;
      cumulative += p;
      if (p < 1e-17) break;
    }
    return k;
  }
  while (k > 0) {
    cumulative -= p;
    if (cumulative <= u) return k;
    p *= k / mean;
    k -= 1;
    if (p < 1e-17) return k;
  }
  return 0;
}

/** Logarithm of a probability below which a binomial is approximated by a normal. */
const LEAST_LOG = -700;

/**
 * Binomial quantile: the smallest k with P(N <= k) > u. Probabilities are summed from 0; where that of 0
 * cannot be held, N is large, and a normal with the same mean and variance is rounded.
 *
 * @param u strictly between 0 and 1
 * @param n number of trials
 * @param p chance of each
 * @example binomialQuantile(0.5, 10, 0.3) // 3
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  const logNone = n * log(1 - p);
  if (logNone < LEAST_LOG) {
    const about = Math.round(n * p + normalQuantile(u) * Math.sqrt(n * p * (1 - p)));
    return Math.min(n, Math.max(0, about));
  }
  const odds = p / (1 - p);
  let each = exp(logNone);
  let cumulative = each;
  let k = 0;
  while (cumulative <= u && k < n) {
    each *= (odds * (n - k)) / (k + 1);
    k += 1;
    cumulative += each;
  }
  return k;
}

/**
 * A log-normal variate by inversion.
 *
 * @param z a standard normal variate
 * @param logMean mean of the logarithm, see {@link logNormalParameters}
 * @param logSd standard deviation of the logarithm
 */
export function logNormalFrom(z: number, logMean: number, logSd: number): number {
  return exp(logMean + logSd * z);
}

/**
 * Parameters of the logarithm of a log-normal with a given mean and coefficient of variation.
 *
 * Formula: logSd^2 = ln(1 + cv^2), logMean = ln(mean) - logSd^2 / 2.
 *
 * @example logNormalParameters(100, 0) // { logMean: Math.log(100), logSd: 0 }
 */
export function logNormalParameters(mean: number, cv: number): { logMean: number; logSd: number } {
  const variance = log(1 + cv * cv);
  return { logMean: log(mean) - variance / 2, logSd: Math.sqrt(variance) };
}

/** A standard normal variate by inversion. */
export function normalFrom(u: number): number {
  return normalQuantile(u);
}

/** An exponential variate with mean 1, by inversion. */
export function exponentialFrom(u: number): number {
  return -log(1 - u);
}

/**
 * Quantile function of the Beta(a, b) distribution as a table with linear interpolation.
 *
 * The table has 4,096 cells of equal probability. Within a cell the error is below 1e-6 away from the ends,
 * for shapes of 1 or more.
 *
 * @param a first shape, at least 1
 * @param b second shape, at least 1
 * @returns 4,097 quantiles at probabilities 0, 1/4096, ... 1; the table is shared by all callers and must not
 * be modified
 */
export const betaQuantileTable = /* @__PURE__ */ remembered(16, (a: number, b: number): Float64Array => {
  const cells = 4096;
  const table = new Float64Array(cells + 1);
  table[cells] = 1;
  for (let i = 1; i < cells; i++) {
    const p = i / cells;
    let low = table[i - 1];
    let high = 1;
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (betaCdf(middle, a, b) < p) low = middle;
      else high = middle;
    }
    table[i] = (low + high) / 2;
  }
  return table;
});

/** Quantile at probability u (0 or more, below 1), interpolated in a table of {@link betaQuantileTable}. */
export function quantileFromTable(table: Float64Array, u: number): number {
  const x = u * (table.length - 1);
  const i = Math.floor(x);
  return table[i] + (table[i + 1] - table[i]) * (x - i);
}
