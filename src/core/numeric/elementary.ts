/**
 * Exponential, logarithm and power with the same bits in every JavaScript engine.
 *
 * `Math.exp`, `Math.log` and `Math.pow` are implementation-defined and do differ in their last digits between
 * V8 versions and browsers, so no simulated number may depend on them. `exp` and `log` follow the argument
 * reduction and the polynomials of fdlibm (Sun Microsystems, 1993). All three use only operations whose
 * results are exactly defined: the arithmetic and comparisons of IEEE 754, `Math.floor`, and the bits of a
 * double.
 *
 * @module
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

/** Powers of two from 2^-1074 to 2^1023, made by exact halving and doubling. */
const POWER_OF_TWO = /* @__PURE__ */ makePowersOfTwo();

function makePowersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  powers[1074] = 1;
  for (let k = 1; k <= 1023; k++) powers[1074 + k] = powers[1073 + k] * 2;
  for (let k = 1; k <= 1074; k++) powers[1074 - k] = powers[1075 - k] / 2;
  return powers;
}

const bits64 = new Float64Array(1);
const bits32 = new Int32Array(bits64.buffer);

/**
 * e to the power x. Relative error below 1e-15 if the result is a normal number.
 *
 * @param x any number; NaN gives NaN
 * @returns 0 below about -745.1, Infinity above about 709.8
 * @source fdlibm e_exp.c (argument reduction and coefficients)
 * @example exp(1) // 2.7182818284590455
 */
export function exp(x: number): number {
  if (!(x >= -745.1332191019411 && x <= 709.782712893384)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  // Scaled in two steps, because 2^k itself may be outside the range of doubles.
  const half = k >> 1;
  return (1 - (low - (r * c) / (2 - c) - high)) * POWER_OF_TWO[1074 + half] * POWER_OF_TWO[1074 + k - half];
}

/**
 * Natural logarithm. Relative error below 1e-15.
 *
 * @param x a number; negative numbers and NaN give NaN, 0 gives -Infinity
 * @source fdlibm e_log.c (argument reduction and coefficients)
 * @see scripts/listKernel.ts, the bit-identical WebAssembly version
 * @example log(10) // 2.302585092994046
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984;
    exponent = -54;
  }
  // The exponent is read from the bits. The mantissa comes from an exact product with a power of two, because
  // writing bits and reading them back as a number stalls the processor.
  bits64[0] = value;
  const high = bits32[1];
  const shift = ((high & 0xfffff) + 0x95f64) >> 20;
  exponent += (high >> 20) - 1023 + shift;
  const f = value * POWER_OF_TWO[1074 - (high >> 20) + 1023 - shift] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + t1 + t2) + exponent * LN2_LOW) - f);
}

/**
 * base to the power exponent for a non-negative base, as exp(exponent ln base). The relative error grows with
 * |exponent ln base|, to about 1e-13.
 *
 * @param base 0 or more; a negative base gives NaN
 * @param exponent any number
 * @example pow(9, 0.5) // 3
 */
export function pow(base: number, exponent: number): number {
  if (!(base >= 0) || Number.isNaN(exponent)) return NaN;
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1) return base;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return exp(exponent * log(base));
}
