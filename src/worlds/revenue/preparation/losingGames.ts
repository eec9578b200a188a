import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';

/** Runs and months in which gaming is compared with not gaming. */
const RUNS = 32;
const MONTHS = 12;
const SEED = 'games';
/** Standard errors by which dropping the tactic must be better. */
const LEAST_ERRORS = 2;

/**
 * Gaming that does not pay. Each gaming tactic of each person is removed in turn while the others behave as
 * before, and dropped if the person’s net is higher without it.
 *
 * Beliefs about single tactics can be wrong in combination: in a queue that others have filled, closing
 * tickets unsolved fills it further.
 *
 * @param beliefs with the habits of everybody
 * @returns beliefs in which people leave such games, and do not expect them of each other
 */
export function withoutLosingGames(world: RevenueWorld, pay: Plan, beliefs: Beliefs): Beliefs {
  const year = { ...world, horizonMonths: MONTHS };
  const compile = (held: Beliefs) => compileCompany(year, pay, held, { policy: { expectedDiscovery: true } });
  const usual = compile(beliefs);
  const tried = usual.planners.flatMap((planner) => {
    if (!isChoosing(usual, planner) || planner.values.beliefs !== 'total') return [];
    const { name, firstAssignment, assignmentCount } = planner;
    return usual.assignments
      .slice(firstAssignment, firstAssignment + assignmentCount)
      .flatMap(({ tactic }) => {
        const { definition, productive } = usual.tactics[tactic];
        return productive ? [] : [{ name, id: definition.id }];
      });
  });
  if (tried.length === 0) return beliefs;
  const companies = [
    usual,
    ...tried.map(({ name, id }) => compile({ ...beliefs, leaves: { [name]: [id] } })),
  ];
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(usual.outcomes.length);
  const sums = tried.map(() => ({ gain: 0, squares: 0 }));
  for (let run = 0; run < RUNS; run++) {
    shared.meet(luckKey(SEED, run));
    shared.run(0, outcomes);
    const before = outcomes.slice();
    tried.forEach(({ name }, t) => {
      shared.run(t + 1, outcomes);
      const id = netOutcomeOf(name);
      const gain = outcomeValue(usual, outcomes, id) - outcomeValue(usual, before, id);
      sums[t].gain += gain;
      sums[t].squares += gain * gain;
    });
  }
  const leaves: Record<string, string[]> = {};
  tried.forEach(({ name, id }, t) => {
    const mean = sums[t].gain / RUNS;
    const variance = Math.max(0, sums[t].squares / RUNS - mean * mean);
    if (mean > 0 && mean > LEAST_ERRORS * Math.sqrt(variance / (RUNS - 1)))
      leaves[name] = [...(leaves[name] ?? []), id];
  });
  return { ...beliefs, habits: withoutThem(beliefs.habits, leaves), leaves };
}

/** Habits without the dropped gaming tactics. */
function withoutThem(
  habits: Beliefs['habits'],
  leaves: Readonly<Record<string, readonly string[]>>,
): Beliefs['habits'] {
  return (
    habits &&
    Object.fromEntries(
      Object.entries(habits).map(([name, levels]): [string, Levels] => [
        name,
        { ...levels, ...Object.fromEntries((leaves[name] ?? []).map((id) => [id, 0])) },
      ]),
    )
  );
}
