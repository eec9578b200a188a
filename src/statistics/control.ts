/**
 * Control-variate coefficient: minimises the variance of value - c * control. The control has known mean 0.
 *
 * Formula: covariance / variance of the control. Runs in which either is undefined (NaN) are left out.
 *
 * @returns 0 if the control does not vary
 * @source S. S. Lavenberg, P. D. Welch, "A perspective on the use of control variables to increase the
 * efficiency of Monte Carlo simulations", Management Science 27 (1981) 322-335
 * @example controlCoefficient(Float64Array.of(1, 3), Float64Array.of(-1, 1)) // 1
 */
export function controlCoefficient(values: Float64Array, control: Float64Array): number {
  let n = 0;
  let meanValue = 0;
  let meanControl = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i] - control[i])) continue;
    n++;
    meanValue += (values[i] - meanValue) / n;
    meanControl += (control[i] - meanControl) / n;
  }
  let covariance = 0;
  let variance = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i] - control[i])) continue;
    covariance += (values[i] - meanValue) * (control[i] - meanControl);
    variance += (control[i] - meanControl) * (control[i] - meanControl);
  }
  return variance > 0 ? covariance / variance : 0;
}
