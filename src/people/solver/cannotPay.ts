import { LEAST_DENOMINATOR } from './forecastRows.ts';
import type { Value } from './value.ts';

/**
 * Whether a gaming tactic that is not in use costs more than the most it could bring. False where that is not
 * known at once.
 *
 * A certainty equivalent rises by no more than the steepest slope of the pay, whatever the forecast, and a
 * bent effect by no more than its chord.
 */
export function cannotPay(value: Value, k: number): boolean {
  const { problem, costs } = value;
  if (problem.gateRow.length > 0 || problem.joint !== undefined) return false;
  const most = problem.upper[k];
  let gain = chord(problem.shadow[k], problem.shadowBend[k], most) - costs.cost[k];
  for (let i = 0; value.touches(k, i) >= 0 && gain <= 0; i++) {
    const more = mostGain(value, k, value.touches(k, i));
    if (more === undefined) return false;
    gain += more;
  }
  return gain <= 0;
}

/**
 * The most that one unit of tactic k can add to the value of component j, in dollars; undefined where no
 * bound is known.
 */
function mostGain(value: Value, k: number, j: number): number | undefined {
  const { problem, rows } = value;
  const { denominator, effectNumerator, effectDenominator, bendNumerator, bendDenominator } = problem;
  const most = problem.upper[k];
  const r = problem.componentRow[j];
  const at = k * problem.rows + r;
  const { steepest } = problem.componentCurve[j];
  const ratio = denominator[r] === 0 ? 0 : rows.now(r);
  const floor = LEAST_DENOMINATOR * denominator[r];
  // Below its floor the metric does not move with its denominator.
  if (!(steepest < Infinity) || !(ratio >= 0) || rows.denominatorNow(r) < floor) return undefined;
  const rise = chord(
    effectNumerator[at] - ratio * effectDenominator[at],
    bendNumerator[at] - ratio * bendDenominator[at],
    most,
  );
  if (!(rise > 0)) return 0;
  let divisor = 1;
  if (denominator[r] !== 0) {
    const fall = chord(-effectDenominator[at], -bendDenominator[at], most);
    divisor = Math.max(rows.denominatorNow(r) - (fall > 0 ? most * fall : 0), floor);
  }
  return (problem.payScale[j] * steepest * rise) / divisor;
}

/** Largest c with u (effect + bend u) <= c u for all u from 0 to `most`. */
function chord(effect: number, bend: number, most: number): number {
  return bend > 0 ? effect + bend * most : effect;
}
