import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import type { Beliefs, Effect, Levels } from '../../contract/beliefs.ts';
import type { Company, CompiledTactic, Planner } from '../../contract/company.ts';
import { BelievedPath } from './believedPath.ts';

/**
 * Beliefs of one planner who expects the others to behave as usual. The baseline is the company with the
 * usual behaviour of the others. The planner's own work multiplies it. Where several people share a tactic,
 * its effect is measured from what the others put into it: see {@link shareBeside}.
 *
 * @param slots first slots of the counters that the planner's pay depends on
 */
export function expectingOthers(company: Company, planner: Planner, slots: readonly number[]): Beliefs {
  const beliefs = company.beliefs!;
  const levels = usualOfOthers(company, planner);
  const { total } = beliefs.effects;
  if (levels === undefined || total === undefined) return beliefs;
  const path = new BelievedPath(company.tactics, beliefs.lags - 1);
  const expected = path.at(beliefs, levels);
  const baseline = beliefs.baseline.slice();
  for (const slot of slots) baseline[slot] = expected(slot, beliefs.lags - 1);
  const knots: Record<string, Float64Array> = { ...beliefs.knots };
  const beside = ownTactics(company, planner).map((tactic): Beside => {
    const { id } = tactic.definition;
    const level = levels[id];
    const isShared = level !== (tactic.productive ? 1 : 0);
    const scale = tactic.productive ? 1 + path.responseOf(id, level) : 1;
    const done = path.responseOf(id, level);
    if (isShared) knots[id] = beliefs.knots[id].map((knot) => (knot - done) / scale);
    return { id, done, scale, isShared };
  });
  const own = new Map(beside.map((each) => [each.id, each]));
  const effects = total.map((effect) => {
    const { tactic, slot } = effect;
    const place = own.get(tactic);
    if (place === undefined) return effect;
    const times = slots.includes(slot) ? path.othersFactor(beliefs, tactic, levels, slot) : 1;
    return besideOthers(effect, beliefs.knots[tactic], place, times);
  });
  return { ...beliefs, baseline, knots, effects: { ...beliefs.effects, total: effects } };
}

/**
 * A person's share of a tactic's hours beside what the others put into it: w / L at their joint level
 * L = 1 + sum of w_j (a_j - 1). Hours add up before diminishing returns:
 * (L + w (a - 1))^e = L^e (1 + (w / L) (a - 1))^e.
 */
export function shareBeside(company: Company, planner: Planner, id: string, share: number): number {
  return share / (usualOfOthers(company, planner)?.[id] ?? 1);
}

/** Levels of all tactics if everybody but this planner behaves as usual; undefined if nothing is expected. */
function usualOfOthers(company: Company, planner: Planner): Levels | undefined {
  const habits = company.beliefs?.habits;
  const { beliefs } = planner.values;
  if (habits === undefined || (beliefs !== 'total' && beliefs !== 'learning')) return undefined;
  return jointLevels(company, { ...habits, [planner.name]: undefined });
}

/** Where a person's own response begins: the others' response to a tactic, and the unit of what is added. */
interface Beside {
  readonly id: string;
  readonly done: number;
  readonly scale: number;
  readonly isShared: boolean;
}

/** An effect as a curve over a person's own response, times what all other work makes of it. */
function besideOthers(effect: Effect, knots: Float64Array, place: Beside, times: number): Effect {
  const { values, slopes } = effect;
  const { done, scale, isShared } = place;
  if (!isShared)
    return {
      ...effect,
      values: values.map((value) => value * times),
      slopes: slopes.map((slope) => slope * times),
    };
  const count = knots.length;
  const shifted = values.slice();
  for (let at = 0; at < values.length; at += count) {
    const before = cubicAt(knots, values, slopes, done, at);
    for (let n = 0; n < count; n++) shifted[at + n] = (values[at + n] - before) * times;
  }
  return { ...effect, values: shifted, slopes: slopes.map((slope) => slope * times * scale) };
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

function ownTactics({ assignments, tactics }: Company, planner: Planner): CompiledTactic[] {
  const { firstAssignment, assignmentCount } = planner;
  return assignments
    .slice(firstAssignment, firstAssignment + assignmentCount)
    .map(({ tactic }) => tactics[tactic]);
}
