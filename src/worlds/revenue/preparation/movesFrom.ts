import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Lever } from '../contract/lever.ts';

/** Factor by which work is moved from the habit, and knot at which unused gaming is tried. */
const WORK_STEP = 1.25;
const GAMING_KNOT = 4;

/**
 * One move of every tactic that somebody can change: gaming in use is stopped, unused gaming is tried.
 *
 * @param knots responses at which each tactic was measured
 * @param slots counters that somebody is paid on
 * @param habit level of every tactic
 */
export function movesFrom(
  { tactics }: Company,
  knots: Beliefs['knots'],
  slots: readonly number[],
  habit: Levels,
): readonly { readonly id: string; readonly level: number }[] {
  return tactics.flatMap(({ definition: { id }, productive, hoursPerMonth, maxScale, lever }) => {
    const level = habit[id];
    if (productive)
      return hoursPerMonth > 0
        ? [{ id, level: level > WORK_STEP ? level / WORK_STEP : level * WORK_STEP }]
        : [];
    if (!(maxScale > 0) || hasNoInteractions(lever, slots)) return [];
    return [{ id, level: level > 0 ? 0 : triedLevel(knots[id]) }];
  });
}

/** Whether gaming has no interactions: it changes reports only, and no pay depends on its scale. */
function hasNoInteractions(lever: Lever, slots: readonly number[]): boolean {
  return lever.kind === 'gaming' && lever.countsOnly === true && !slots.includes(COUNTER.gamedScale);
}

/** Level at which unused gaming is tried. */
function triedLevel(knots: Float64Array): number {
  return knots[Math.min(GAMING_KNOT, knots.length - 1)];
}
