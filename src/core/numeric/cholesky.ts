/**
 * Lower triangular root of a covariance matrix: root x root' = matrix. NaN on its diagonal where the matrix
 * is none; rows that others determine have a diagonal of 0.
 *
 * @example choleskyOf([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k];
      // What is left of a variance may be lost to rounding, not more.
      if (i === j) root[i][i] = sum < 0 && sum > -1e-12 * matrix[i][i] ? 0 : Math.sqrt(sum);
      else
        root[i][j] =
          root[j][j] > 0 ? sum / root[j][j] : Math.abs(sum) > 1e-12 * Math.abs(matrix[i][j]) ? NaN : 0;
    }
  }
  return root;
}
