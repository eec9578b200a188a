import { exp, log } from './elementary.ts';

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * Density of the standard normal distribution at z.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
}

/**
 * P(Z <= z) for a standard normal Z. Absolute error below 1e-15. The relative error is below 1e-15 for z
 * above -3, and up to 1e-8 farther left.
 *
 * @source G. West, "Better approximations to cumulative normal functions", Wilmott 2005 (after Hart et al.
 * 1968)
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(z: number): number {
  one[0] = z;
  fillNormalCdf(one, 1, one);
  return one[0];
}

/**
 * Holds scalars passed to and from the loops below. Those functions are too large to be inlined, so plain
 * number arguments would be boxed on the heap.
 */
const one = new Float64Array(1);

/**
 * {@link normalCdf} of the first `count` values of an array.
 *
 * @param probabilities receives the results; may be the same array
 */
export function fillNormalCdf(values: Float64Array, count: number, probabilities: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const z = values[i];
    const x = z < 0 ? -z : z;
    const e = x > 38 ? 0 : exp(-0.5 * x * x);
    let tail = e;
    if (x < 7.07106781186547) {
      const top =
        (((((3.52624965998911e-2 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x +
          112.079291497871) *
          x +
          221.213596169931) *
          x +
        220.206867912376;
      const bottom =
        ((((((8.83883476483184e-2 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x +
          296.564248779674) *
          x +
          637.333633378831) *
          x +
          793.826512519948) *
          x +
        440.413735824752;
      tail = (e * top) / bottom;
    } else if (e > 0) tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.5066282746310002;
    probabilities[i] = z > 0 ? 1 - tail : tail;
  }
}

/**
 * The z with P(Z <= z) = p for a standard normal Z. Relative error about 1e-16.
 *
 * @param p strictly between 0 and 1; 0 gives -Infinity, 1 gives Infinity
 * @source M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988) 477-484 (routine PPND16)
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  one[0] = p;
  fillNormalQuantiles(one, 1, one);
  return one[0];
}

/**
 * {@link normalQuantile} of the first `count` probabilities of an array.
 *
 * @param probabilities each strictly between 0 and 1
 * @param quantiles receives the results; may be the same array
 * @see scripts/listKernel.ts, the bit-identical WebAssembly version
 */
export function fillNormalQuantiles(
  probabilities: Float64Array,
  count: number,
  quantiles: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const p = probabilities[i];
    const q = p - 0.5;
    let z: number;
    if (q <= 0.425 && q >= -0.425) {
      const r = 0.180625 - q * q;
      z =
        (q *
          (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
            45921.953931549871457) *
            r +
            13731.693765509461125) *
            r +
            1971.5909503065514427) *
            r +
            133.14166789178437745) *
            r +
            3.387132872796366608)) /
        (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
          21213.794301586595867) *
          r +
          5394.1960214247511077) *
          r +
          687.1870074920579083) *
          r +
          42.313330701600911252) *
          r +
          1);
    } else {
      const near = q < 0 ? p : 1 - p;
      let r = near > 0 ? Math.sqrt(-log(near)) : near <= 0 ? Infinity : NaN;
      if (r <= 5) {
        r -= 1.6;
        z =
          (((((((7.7454501427834140764e-4 * r + 2.27238449892691845833e-2) * r + 0.24178072517745061177) * r +
            1.27045825245236838258) *
            r +
            3.64784832476320460504) *
            r +
            5.7694972214606914055) *
            r +
            4.6303378461565452959) *
            r +
            1.42343711074968357734) /
          (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 1.51986665636164571966e-2) *
            r +
            0.14810397642748007459) *
            r +
            0.68976733498510000455) *
            r +
            1.6763848301838038494) *
            r +
            2.05319162663775882187) *
            r +
            1);
      } else z = farTailQuantile(r);
      if (q < 0) z = -z;
    }
    quantiles[i] = z;
  }
}

/**
 * AS 241 for probabilities below e^-25, which no draw reaches; kept out of the loop because it is rare and
 * long.
 *
 * @param r sqrt(-ln p), above 5; Infinity and NaN are returned unchanged
 */
function farTailQuantile(r: number): number {
  if (!(r < Infinity)) return r;
  const far = r - 5;
  return (
    (((((((2.01033439929228813265e-7 * far + 2.71155556874348757815e-5) * far + 1.2426609473880784386e-3) *
      far +
      2.6532189526576123093e-2) *
      far +
      0.29656057182850489123) *
      far +
      1.7848265399172913358) *
      far +
      5.4637849111641143699) *
      far +
      6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * far + 1.4215117583164458887e-7) * far + 1.8463183175100546818e-5) *
      far +
      7.868691311456132591e-4) *
      far +
      1.48753612908506148525e-2) *
      far +
      0.13692988092273580531) *
      far +
      0.59983220655588793769) *
      far +
      1)
  );
}

/** ln P(Z <= z), the log of the distribution function; uses an asymptotic series far in the left tail. */
export function logNormalCdf(z: number): number {
  if (z > -25) return log(normalCdf(z));
  if (z === -Infinity) return -Infinity;
  const x = 1 / (z * z);
  return -0.5 * z * z - log(-z) - 0.9189385332046727 + log(1 - x * (1 - 3 * x * (1 - 5 * x)));
}

/** ln P(left < Z <= right) for left < right; finite even if the probability itself underflows. */
export function logIntervalMass(left: number, right: number): number {
  if (left <= 0 && right >= 0) return log(normalCdf(right) - normalCdf(left));
  const near = logNormalCdf(left > 0 ? -left : right);
  const far = logNormalCdf(left > 0 ? -right : left);
  return far === -Infinity ? near : near + log(1 - exp(far - near));
}
