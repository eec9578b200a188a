import { betaCdf } from '../core/numeric/gamma.ts';
import { normalQuantile } from '../core/numeric/normal.ts';
import { remembered } from '../core/remembered.ts';

/**
 * Quantile of Student's t distribution.
 *
 * Found by bisection on P(T <= t) = 1 - I(nu / (nu + t^2); nu/2, 1/2) / 2 for t > 0. Beyond a million degrees
 * of freedom the normal quantile is used.
 *
 * @param p strictly between 0 and 1
 * @param degreesOfFreedom at least 1
 * @example tQuantile(0.975, 10) // 2.228138851986...
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -tQuantile(1 - p, degreesOfFreedom);
  if (degreesOfFreedom > 1e6) return normalQuantile(p);
  return upperQuantile(p, degreesOfFreedom);
}

/** Cached, because the intervals of a comparison need the same few quantiles. */
const upperQuantile = /* @__PURE__ */ remembered(10_000, (p: number, degreesOfFreedom: number) => {
  const cdf = (t: number) =>
    1 - betaCdf(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
  let low = 0;
  let high = 2;
  while (cdf(high) < p) high *= 2;
  for (let step = 0; step < 80 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
});
