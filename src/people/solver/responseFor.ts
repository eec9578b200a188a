import type { Value } from './value.ts';

/** Steps of the search along a curve. */
const STEPS = 3;

/**
 * Response of tactic k near its present one at which row r's metric reaches a level: a Newton step, and
 * secant steps where the effect is no line. A curve may be flat where it is left.
 */
export function responseFor(value: Value, k: number, r: number, level: number): number {
  const { effects } = value.problem;
  const start = value.response[k];
  let gap = level - value.rows.now(r);
  let u = start + gap / value.metricSlope(k, r);
  if (effects.isLine(k, r) && effects.isLine(k, value.problem.bottomColumn(r))) return u;
  let before = start;
  for (let step = 0; step < STEPS && Number.isFinite(u); step++) {
    const next = level - value.metricAt(r, k, u);
    if (next === gap || u === before) break;
    const change = (next * (u - before)) / (gap - next);
    before = u;
    gap = next;
    u += change;
  }
  return u;
}
