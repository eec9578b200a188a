/**
 * Cholesky factor of a covariance matrix: the lower triangular root with root x root' = matrix.
 *
 * Its diagonal contains a NaN if the matrix is not positive semidefinite. The diagonal is 0, up to rounding,
 * in a row that is a linear combination of earlier rows.
 *
 * @example choleskyOf([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k];
      // Rounding can make a zero remainder slightly negative. Anything further below 0 becomes NaN.
      if (i === j) root[i][i] = sum < 0 && sum > -1e-12 * matrix[i][i] ? 0 : Math.sqrt(sum);
      else
        root[i][j] =
          root[j][j] > 0 ? sum / root[j][j] : Math.abs(sum) > 1e-12 * Math.abs(matrix[i][j]) ? NaN : 0;
    }
  }
  return root;
}
