import { exp } from './elementary.ts';
import { gaussLegendre } from './gaussLegendre.ts';
import { normalCdf } from './normal.ts';

/** Largest correlation, in absolute value, for which the integral is accurate to about 3e-6. */
export const MOST_CORRELATION = 0.95;

const { nodes, weights } = gaussLegendre(10);
const TWO_PI = 2 * Math.PI;

/**
 * Probability that two standard normals with a correlation are both at most their limits.
 *
 * Formula: Phi(h) Phi(k) + integral from 0 to rho of the joint density at (h, k) over the correlation, by
 * Gauss-Legendre quadrature.
 *
 * @param h limit of the first; infinite for no limit
 * @param k limit of the second
 * @param rho correlation, at most {@link MOST_CORRELATION} in absolute value
 * @source R. L. Plackett, Biometrika 41 (1954) 351-360: the derivative of the probability by the correlation
 * is the density
 * @example bivariateNormalCdf(0, 0, 0.5) // 0.25 + asin(0.5) / (2 pi) = 0.3333...
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  const independent = normalCdf(h) * normalCdf(k);
  if (rho === 0 || !Number.isFinite(h) || !Number.isFinite(k)) return independent;
  const squares = h * h + k * k;
  const product = h * k;
  const half = rho / 2;
  let sum = 0;
  for (let n = 0; n < nodes.length; n++) {
    const t = half * (1 + nodes[n]);
    const rest = 1 - t * t;
    sum += (weights[n] * exp((t * product - squares / 2) / rest)) / Math.sqrt(rest);
  }
  return independent + (half * sum) / TWO_PI;
}
