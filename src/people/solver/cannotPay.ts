import { LEAST_DENOMINATOR } from './forecastRows.ts';
import type { Value } from './value.ts';

/**
 * Whether an unused gaming tactic costs at least as much as it could possibly bring. False if no quick bound
 * is known.
 *
 * A certainty equivalent rises no faster than the steepest slope of pay, whatever the forecast, and an effect
 * no faster than the steepest line from 0 to it.
 */
export function cannotPay(value: Value, k: number): boolean {
  const { problem, costs } = value;
  if (problem.gateRow.length > 0 || problem.joint !== undefined) return false;
  const most = problem.upper[k];
  let gain = problem.effects.steepestRise(k, most, problem.laterColumn) - costs.cost[k];
  for (let i = 0; value.touches(k, i) >= 0 && gain <= 0; i++) {
    const more = mostGain(value, k, value.touches(k, i));
    if (more === undefined) return false;
    gain += more;
  }
  return gain <= 0;
}

/** Upper bound on what one unit of tactic k adds to component j, in dollars; undefined if none is known. */
function mostGain(value: Value, k: number, j: number): number | undefined {
  const { problem, rows } = value;
  const { denominator, effects } = problem;
  const most = problem.upper[k];
  const r = problem.componentRow[j];
  const top = problem.topColumn(r);
  const bottom = problem.bottomColumn(r);
  const { steepest } = problem.componentCurve[j];
  const ratio = denominator[r] === 0 ? 0 : rows.now(r);
  const floor = LEAST_DENOMINATOR * denominator[r];
  // At the floor, the metric no longer depends on its denominator.
  if (!(steepest < Infinity) || !(ratio >= 0) || rows.denominatorNow(r) < floor) return undefined;
  const rise = effects.steepestRise(k, most, top, 1, bottom, -ratio);
  if (!(rise > 0)) return 0;
  let divisor = 1;
  if (denominator[r] !== 0) {
    const fall = effects.steepestRise(k, most, bottom, -1);
    divisor = Math.max(rows.denominatorNow(r) - (fall > 0 ? most * fall : 0), floor);
  }
  return (problem.payScale[j] * steepest * rise) / divisor;
}
