/**
 * Slopes at the knots of a piecewise cubic that does not overshoot: between two knots it stays between their
 * values, and it is monotone where the data are.
 *
 * Formula: within, the weighted harmonic mean of the two secants, or 0 where they differ in sign; at an end,
 * the three-point estimate, limited to the sign and three times the size of the first secant. With two knots
 * it is the secant, with one 0.
 *
 * @param x knots, increasing
 * @param y values at the knots
 * @param slopes output: [knot]
 * @source F. N. Fritsch and J. Butland, SIAM Journal on Scientific and Statistical Computing 5 (1984) 300
 * @example monotoneSlopes([0, 1, 2], [0, 1, 4], slopes) // slopes[1] is 1.5
 */
export function monotoneSlopes(x: ArrayLike<number>, y: ArrayLike<number>, slopes: Float64Array): void {
  const n = x.length;
  if (n < 2) {
    slopes.fill(0, 0, n);
    return;
  }
  const secant = (i: number) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  if (n === 2) {
    slopes.fill(secant(0), 0, 2);
    return;
  }
  for (let i = 1; i < n - 1; i++) {
    const before = secant(i - 1);
    const after = secant(i);
    const h = x[i] - x[i - 1];
    const g = x[i + 1] - x[i];
    slopes[i] = before * after > 0 ? (3 * (h + g)) / ((2 * g + h) / before + (g + 2 * h) / after) : 0;
  }
  slopes[0] = endSlope(x[1] - x[0], x[2] - x[1], secant(0), secant(1));
  slopes[n - 1] = endSlope(x[n - 1] - x[n - 2], x[n - 2] - x[n - 3], secant(n - 2), secant(n - 3));
}

/** Slope at an end, from the widths and secants of the two nearest intervals. */
function endSlope(h: number, next: number, secant: number, nextSecant: number): number {
  const slope = ((2 * h + next) * secant - h * nextSecant) / (h + next);
  if (slope * secant <= 0) return 0;
  return secant * nextSecant <= 0 && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
}

/**
 * Value of a piecewise cubic given by values and slopes at its knots; a straight line beyond the outermost.
 *
 * @param x knots, increasing
 * @param y values, and `slopes` there, from index `from` on
 * @param at where
 * @example cubicAt([0, 1], Float64Array.of(0, 1), Float64Array.of(1, 1), 0.5) // 0.5
 */
export function cubicAt(
  x: ArrayLike<number>,
  y: Float64Array,
  slopes: Float64Array,
  at: number,
  from = 0,
): number {
  let n = x.length - 1;
  while (n > 0 && x[n] > at) n--;
  if (n === x.length - 1 || at < x[0]) return y[from + n] + (at - x[n]) * slopes[from + n];
  const h = x[n + 1] - x[n];
  const t = (at - x[n]) / h;
  const rest = 1 - t;
  const low = from + n;
  return (
    (1 + 2 * t) * rest * rest * y[low] +
    t * t * (3 - 2 * t) * y[low + 1] +
    h * t * rest * (rest * slopes[low] - t * slopes[low + 1])
  );
}
