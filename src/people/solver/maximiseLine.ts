/**
 * Maximum of a function in an interval around a known good point, by Brent's method: parabolic interpolation
 * through the three best points, golden section where that fails.
 *
 * @param value objective function
 * @param left lower end of the interval
 * @param middle a point of the interval, at least as good as both ends
 * @param right upper end of the interval
 * @param valueAtMiddle objective at `middle`
 * @param scale magnitude of the objective: two successive changes below about 1e-5 of it end the search
 * @returns the best point found, or `middle` if none is better
 * @source R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 5
 * @example maximiseLine((x) => -((x - 2) ** 2), 0, 1, 5, -1, 1) // about 2
 */
export function maximiseLine(
  value: (x: number) => number,
  left: number,
  middle: number,
  right: number,
  valueAtMiddle: number,
  scale: number,
): number {
  let a = left;
  let b = right;
  let x = middle;
  let w = middle;
  let v = middle;
  let fx = valueAtMiddle;
  let fw = fx;
  let fv = fx;
  let step = 0;
  let previousStep = 0;
  let flats = 0;
  for (let iteration = 0; iteration < 24; iteration++) {
    const centre = 0.5 * (a + b);
    const tolerance = 2e-5 * Math.abs(x) + 1e-8;
    if (Math.abs(x - centre) <= 2 * tolerance - 0.5 * (b - a)) break;
    let golden = true;
    if (Math.abs(previousStep) > tolerance) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      const before = previousStep;
      previousStep = step;
      if (Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x)) {
        step = p / q;
        golden = false;
      }
    }
    if (golden) {
      previousStep = x >= centre ? a - x : b - x;
      step = 0.3819660112501051 * previousStep;
    }
    const u = x + (Math.abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance);
    if (u < a || u > b) break;
    const fu = value(u);
    flats = Math.abs(fu - fx) < 1e-5 * (scale + Math.abs(fx)) ? flats + 1 : 0;
    if (fu >= fx) {
      if (u >= x) a = x;
      else b = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu >= fw || w === x) {
        v = w;
        fv = fw;
        w = u;
        fw = fu;
      } else if (fu >= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
    if (flats > 1 && iteration > 2) break;
  }
  return fx > valueAtMiddle ? x : middle;
}
