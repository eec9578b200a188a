import type { Value } from './value.ts';

/**
 * Starting point for a search: raises tactics, cheapest first, until every unreached upward jump is passed by
 * two standard deviations or no tactic can do more. The result is then shrunk to the hours budget.
 *
 * @returns whether any tactic was raised
 */
export function reachForJumps(value: Value): boolean {
  const { problem } = value;
  let any = false;
  for (let j = 0; j < problem.componentRow.length; j++) {
    const r = problem.componentRow[j];
    const { knots, jumps } = problem.componentCurve[j];
    for (let i = 0; i < knots.length; i++) {
      if (jumps[i] * problem.payScale[j] <= 0) continue;
      const goal = knots[i] + 2 * problem.sd[r];
      for (let turn = 0; turn < problem.tactics && value.rows.now(r) < goal; turn++) {
        const k = cheapestFor(value, r);
        if (k < 0) break;
        const needed = value.response[k] + (goal - value.rows.now(r)) / value.metricSlope(k, r);
        value.moveTo(k, value.clamp(k, Math.max(value.intensity[k], value.intensityFor(k, needed))));
        any = true;
      }
    }
  }
  if (any && value.hoursLeft() < 0) {
    value.shrinkToBudget();
    value.refresh();
  }
  return any;
}

/** Tactic that can still raise a row at the lowest cost per unit; -1 if there is none. */
function cheapestFor(value: Value, r: number): number {
  const { tactics, productive, upper } = value.problem;
  let cheapest = -1;
  let price = Infinity;
  for (let k = 0; k < tactics; k++) {
    const slope = value.metricSlope(k, r);
    if (!(slope > 0) || !(upper[k] - value.intensity[k] > 1e-9)) continue;
    const cost = value.costs.cost[k];
    const each = (productive[k] === 1 ? cost : cost - value.laterSlope(k)) / slope;
    if (each < price) {
      price = each;
      cheapest = k;
    }
  }
  return cheapest;
}
