const CLOSE = 1e-15;

/**
 * Nodes and weights of Gauss-Legendre quadrature on [-1, 1]; exact for polynomials up to degree 2 n - 1.
 *
 * The nodes are the roots of the Legendre polynomial of degree n. They are bracketed by sign changes on a
 * fine grid and refined by bisection, so no cosine is needed.
 *
 * @param n number of nodes, 1 to 64
 * @source A. Stroud, D. Secrest, "Gaussian Quadrature Formulas" (1966)
 * @example gaussLegendre(2).nodes // [-0.5773502691896257, 0.5773502691896257]
 */
export function gaussLegendre(n: number): { readonly nodes: Float64Array; readonly weights: Float64Array } {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const grid = 40 * n * n;
  let found = 0;
  let before = legendre(n, -1).value;
  for (let i = 1; i <= grid && found < n; i++) {
    const right = -1 + (2 * i) / grid;
    const after = legendre(n, right).value;
    if (before === 0 || before * after < 0) {
      let low = -1 + (2 * (i - 1)) / grid;
      let high = right;
      const rising = after > 0;
      for (let step = 0; step < 60 && high - low > CLOSE; step++) {
        const middle = 0.5 * (low + high);
        if (legendre(n, middle).value > 0 === rising) high = middle;
        else low = middle;
      }
      const x = 0.5 * (low + high);
      const { slope } = legendre(n, x);
      nodes[found] = x;
      weights[found++] = 2 / ((1 - x * x) * slope * slope);
    }
    before = after;
  }
  return { nodes, weights };
}

/** Legendre polynomial of degree n and its derivative, by the three-term recurrence. */
function legendre(n: number, x: number): { readonly value: number; readonly slope: number } {
  let last = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [last, value] = [value, ((2 * k - 1) * x * value - (k - 1) * last) / k];
  return { value, slope: (n * (x * value - last)) / (x * x - 1) };
}
