import { poissonPmf, poissonQuantile } from '../../../../random/distributions.ts';

const GUIDES = 1024;

/** Poisson distribution function with a guide table: [guide 0..1023 | P(N <= 0), P(N <= 1), ...]. */
export function poissonTable(mean: number): Float64Array {
  const size = poissonQuantile(1 - 1e-13, mean) + 2;
  const table = new Float64Array(GUIDES + size);
  let k = 0;
  for (let g = 0; g < GUIDES; g++) {
    k = Math.max(k, poissonQuantile((g + 1e-12) / GUIDES, mean));
    table[g] = k;
  }
  // P(N <= k) by upward summation; logarithms keep full precision for means up to a few thousand.
  let cumulative = 0;
  for (let i = 0; i < size; i++) {
    cumulative += poissonPmf(i, mean);
    table[GUIDES + i] = i === size - 1 ? 2 : cumulative;
  }
  return table;
}

/** Quantile from a table. */
export function lookUp(table: Float64Array, u: number): number {
  let k = table[Math.floor(u * GUIDES)];
  while (table[GUIDES + k] <= u) k++;
  return k;
}
