/**
 * The coefficient with which a control (a quantity that was drawn with the sample and is known to be 0 on average) is taken out of it so that least is left of its variance.
 *
 * Formula: sum of covariances / sum of variances of the control, over several samples together, so that their means stay comparable. Values that are undefined (NaN) are left out.
 *
 * @param samples values and, run by run, the control
 * @returns 0 where the control does not vary
 * @source S. S. Lavenberg, P. D. Welch, "A perspective on the use of control variables to increase the efficiency of Monte Carlo simulations", Management Science 27 (1981) 322-335
 */
export function controlCoefficient(
  samples: readonly (readonly [values: Float64Array, control: Float64Array])[],
): number {
  let covariance = 0;
  let variance = 0;
  for (const [values, control] of samples) {
    let n = 0;
    let meanValue = 0;
    let meanControl = 0;
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i] - control[i])) continue;
      n++;
      meanValue += (values[i] - meanValue) / n;
      meanControl += (control[i] - meanControl) / n;
    }
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i] - control[i])) continue;
      covariance += (values[i] - meanValue) * (control[i] - meanControl);
      variance += (control[i] - meanControl) * (control[i] - meanControl);
    }
  }
  return variance > 0 ? covariance / variance : 0;
}
