import { type Beliefs, effectOf, type Levels } from '../../contract/beliefs.ts';
import type { Company, Planner } from '../../contract/company.ts';
import { BelievedPath } from './believedPath.ts';

/**
 * Beliefs of one planner who expects the others to behave as usual. The baseline is the company with the
 * others’ usual behaviour; the planner’s own work multiplies it.
 *
 * @param slots first slots of the counters that the planner's pay depends on
 */
export function expectingOthers(company: Company, planner: Planner, slots: readonly number[]): Beliefs {
  const beliefs = company.beliefs!;
  const { total } = beliefs.effects;
  if (beliefs.habits === undefined || total === undefined || planner.values.beliefs !== 'total')
    return beliefs;
  const path = new BelievedPath(company.tactics, beliefs.lags - 1);
  const levels = jointLevels(company, { ...beliefs.habits, [planner.name]: undefined });
  const expected = path.at(beliefs, levels);
  const baseline = beliefs.baseline.slice();
  const own = new Set(ownTactics(company, planner));
  const scaled = slots.flatMap((slot) => {
    baseline[slot] = expected(slot, beliefs.lags - 1);
    return [...own].flatMap((id) => {
      const effect = effectOf(beliefs, 'total', id, slot);
      if (effect === undefined) return [];
      const times = path.othersFactor(beliefs, id, levels, slot);
      const scale = (values: Float64Array) => values.map((value) => value * times);
      return [{ ...effect, values: scale(effect.values), slopes: scale(effect.slopes) }];
    });
  });
  const isScaled = ({ tactic, slot }: (typeof total)[number]) => own.has(tactic) && slots.includes(slot);
  return {
    ...beliefs,
    baseline,
    effects: { ...beliefs.effects, total: [...total.filter((effect) => !isScaled(effect)), ...scaled] },
  };
}

/** Level of each tactic, everybody's hours together, given what each planner does; others at the baseline. */
export function jointLevels(
  { planners, assignments, tactics }: Company,
  habits: Readonly<Record<string, Levels | undefined>>,
): Levels {
  const levels = tactics.map(({ productive }) => (productive ? 1 : 0));
  for (const { name, firstAssignment, assignmentCount } of planners) {
    const habit = habits[name];
    if (habit === undefined) continue;
    for (const { tactic, weightShare } of assignments.slice(
      firstAssignment,
      firstAssignment + assignmentCount,
    )) {
      const level = habit[tactics[tactic].definition.id];
      levels[tactic] += tactics[tactic].productive ? weightShare * (level - 1) : level;
    }
  }
  return Object.fromEntries(tactics.map(({ definition }, k) => [definition.id, levels[k]]));
}

function ownTactics({ assignments, tactics }: Company, planner: Planner): string[] {
  const { firstAssignment, assignmentCount } = planner;
  return assignments
    .slice(firstAssignment, firstAssignment + assignmentCount)
    .map(({ tactic }) => tactics[tactic].definition.id);
}
