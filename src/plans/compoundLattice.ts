import { exp, log } from '../core/numeric/elementary.ts';
import { normalCdf } from '../core/numeric/normal.ts';

/** A distribution on multiples of a step: probability of 0, 1, 2, ... steps. */
export interface Lattice {
  readonly step: number;
  readonly probability: Float64Array;
  /** Whether every point but 0 represents the amounts within half a step of it, which are averaged over. */
  readonly isSmooth?: boolean;
}

/** Tail that is cut off. */
const TAIL = 1e-6;

/**
 * Total of a month's deals on a lattice: compound Poisson with log-normal deals, of which mean and variance
 * are given. The number of deals a month is mean^2 (1 + cv^2) / variance.
 *
 * Deals are spread over neighbouring multiples of the step so that their mean is kept; the total follows by
 * Panjer's recursion.
 *
 * @param mean of the total, above 0
 * @param variance of the total; 0 makes it certain
 * @param dealCv coefficient of variation of a deal
 * @param points number of steps up to the mean and eight standard deviations
 * @source H. H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12
 * (1981) 22-26
 */
export function compoundLattice(mean: number, variance: number, dealCv: number, points: number): Lattice {
  if (!(variance > 0)) return { step: mean, probability: Float64Array.of(0, 1) };
  const step = (mean + 8 * Math.sqrt(variance)) / points;
  const rate = (mean * mean * (1 + dealCv * dealCv)) / variance;
  const size = sizesOn(step, mean / rate, dealCv, points);
  const total = new Float64Array(points + 1);
  total[0] = exp(-rate * (1 - size[0]));
  let sum = total[0];
  let last = 0;
  for (let k = 1; k <= points && sum < 1 - TAIL; k++, last = k) {
    let next = 0;
    for (let j = 1; j <= k; j++) next += j * size[j] * total[k - j];
    total[k] = (rate / k) * next;
    sum += total[k];
  }
  const probability = total.slice(0, last + 1);
  for (let k = 0; k < probability.length; k++) probability[k] /= sum;
  return { step, probability };
}

/** Points of a fine lattice for one of a coarse one. */
const FINE = 8;

/**
 * The same total on a coarse lattice: worked out on a fine one, since deals spread over neighbouring points
 * would add to the variance, each of them, and merged. Every point but 0
 * represents the amounts within half a step of it: a function is averaged over these.
 */
export function monthLattice(mean: number, variance: number, dealCv: number, points: number): Lattice {
  if (!(variance > 0)) return compoundLattice(mean, variance, dealCv, points);
  const { step, probability } = compoundLattice(mean, variance, dealCv, FINE * points);
  return { step: FINE * step, probability: merged(probability, FINE), isSmooth: true };
}

/** Log-normal sizes on multiples of a step, up to some points; their mean is kept. */
export function sizesOn(step: number, mean: number, cv: number, points: number): Float64Array {
  const size = new Float64Array(points + 1);
  let before = 0;
  let here = limitedMean(step, mean, cv);
  size[0] = 1 - here / step;
  for (let j = 1; j <= points; j++) {
    const next = limitedMean((j + 1) * step, mean, cv);
    size[j] = Math.max(0, (2 * here - before - next) / step);
    before = here;
    here = next;
  }
  return size;
}

/** Mean of the smaller of a log-normal amount and a limit. */
function limitedMean(limit: number, mean: number, cv: number): number {
  if (cv === 0) return Math.min(mean, limit);
  const logVariance = log(1 + cv * cv);
  const logSd = Math.sqrt(logVariance);
  const z = (log(limit) - log(mean) + logVariance / 2) / logSd;
  return mean * normalCdf(z - logSd) + limit * (1 - normalCdf(z));
}

/** Mean and standard deviation of a lattice. */
export function momentsOf({ step, probability }: Lattice): { readonly mean: number; readonly sd: number } {
  let mean = 0;
  let square = 0;
  for (let k = 0; k < probability.length; k++) {
    mean += probability[k] * k;
    square += probability[k] * k * k;
  }
  return { mean: step * mean, sd: step * Math.sqrt(Math.max(0, square - mean * mean)) };
}

/** Most points of the total of several months. */
const MOST_POINTS = 256;

/** Totals of 0, 1, ... independent months on lattices; steps widen so that none has too many points. */
export function latticesOfMonths(month: Lattice, months: number): Lattice[] {
  const all: Lattice[] = [{ step: month.step, probability: Float64Array.of(1) }];
  for (let m = 1; m <= months; m++) all.push(m === 1 ? month : sumOf(all[m - 1], month));
  return all;
}

function sumOf(a: Lattice, b: Lattice): Lattice {
  // Steps of `a` are whole multiples of those of `b`.
  const times = Math.round(a.step / b.step);
  const wide = new Float64Array((a.probability.length - 1) * times + b.probability.length);
  for (let i = 0; i < a.probability.length; i++)
    for (let k = 0; k < b.probability.length; k++) wide[i * times + k] += a.probability[i] * b.probability[k];
  let last = wide.length - 1;
  let tail = 0;
  while (last > 0 && tail + wide[last] < TAIL) tail += wide[last--];
  wide[last] += tail;
  let merge = times;
  while ((last + 1) / merge > MOST_POINTS) merge *= 2;
  return { step: b.step * merge, probability: merged(wide.subarray(0, last + 1), merge) };
}

/** Probabilities on every n-th point; those between are spread over both neighbours, to keep the mean. */
function merged(probability: Float64Array, n: number): Float64Array {
  if (n === 1) return probability.slice();
  const coarse = new Float64Array(Math.ceil((probability.length - 1) / n) + 1);
  for (let k = 0; k < probability.length; k++) {
    const part = (k % n) / n;
    const at = Math.floor(k / n);
    coarse[at] += probability[k] * (1 - part);
    if (part > 0) coarse[at + 1] += probability[k] * part;
  }
  return coarse;
}
