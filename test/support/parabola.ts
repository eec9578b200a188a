import type { Problem } from '../../src/people/solver/problem.ts';

/** How far from 0 an effect follows its parabola. */
const FAR = 64;

/**
 * Makes effects of a tactic parabolas through 0, u (effect + bend u), as far as anybody goes: a cubic follows
 * one exactly. The problem needs room for two knots.
 *
 * @param effects column, effect, bend
 */
export function setParabolas(
  problem: Problem,
  k: number,
  effects: readonly (readonly [column: number, effect: number, bend: number])[],
): void {
  const knots = [-FAR, 0, FAR];
  problem.effects.setKnots(k, knots);
  for (const [column, effect, bend] of effects)
    for (const [n, u] of knots.entries())
      problem.effects.set(k, n, column, u * (effect + bend * u), effect + 2 * bend * u);
}
