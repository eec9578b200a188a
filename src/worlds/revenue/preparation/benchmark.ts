import type { Plan } from '../../../model/plan.ts';
import { BestResponse } from '../../../people/solver/bestResponse.ts';
import { Problem } from '../../../people/solver/problem.ts';
import { compileCompany } from '../compile/company.ts';
import { peopleWith } from '../compile/roles.ts';
import { type Beliefs, type Effect, effectOf } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { sampleOutcome } from '../engine/sampleOutcome.ts';
import { readinessSpread } from './readinessSpread.ts';

const SEED = 'benchmark';
const REPLICATES = 16;
/** Maximum number of months over which policies are compared. */
const MONTHS = 12;
/** Bounds of a productive tactic in the benchmark, in multiples of its baseline hours. */
const LEAST_HOURS = 0.05;
const MOST_HOURS = 3;
/** First step of the search for a bar, and lower bound on its steps, in standard deviations of readiness. */
const FIRST_STEP = 0.4;
const LAST_STEP = 0.08;
/** Candidates on the line from baseline hours (0) to the hours solved for (1). */
const WAYS = [0, 0.5, 1];
/** Factors by which the hours of each tactic are varied around the best candidate, up and down. */
const FACTORS = [1.5, 1.2];
/** Baseline hours that the effort-cost parameter refers to. */
const HOURS_OF_COST = 40;

/** One-mind benchmark: the best policy found if a single decision maker ran the company. */
export interface Benchmark {
  /** The world with that decision maker's information: sellers see marketing's score if it helps. */
  readonly world: RevenueWorld;
  readonly policy: Policy;
  /** Everybody's pay, if people who do not game do better under it than any policy that was found. */
  readonly pay?: Plan;
}

/** People of a company, and their pay. */
export interface People {
  readonly world: RevenueWorld;
  readonly pay: Plan;
}

/**
 * A company under a single decision maker: one definition of a qualified lead, no agreement on follow-up,
 * open deals before leads, no budget reviews, no replacement of heads, nobody who leaves marketing, and no
 * pipeline coverage asked for.
 */
export function undisturbed(world: RevenueWorld): RevenueWorld {
  return {
    ...world,
    marketing: { ...world.marketing, definitionGap: 0, turnoverSharePerYear: 0 },
    governance: {
      ...world.governance,
      followUpShare: 0,
      followUpOrder: 'deals-first',
      budgetRule: 'fixed',
      replacementMonth: 0,
      missedGoalDismissalRate: 0,
      coverageTimes: 0,
    },
  };
}

/**
 * Computes the one-mind benchmark. Marketing's hours, the score threshold for passing leads and sellers'
 * information maximise the joint surplus: profit before pay, plus the expected margin of open deals, less
 * everybody's cost of effort. Nobody games.
 *
 * Hours are either the baseline or those that solve the first-order conditions at each tactic's measured
 * marginal profit. This choice, the threshold and visibility are searched by simulation on separate random
 * numbers. The search is coarse, and a plan may beat its result.
 */
export function findBenchmark(world: RevenueWorld, beliefs: Beliefs): Benchmark {
  const base = compileCompany(world, {}, beliefs);
  const open: RevenueWorld =
    base.labelOnly && world.governance.leadVisibility !== 'readiness'
      ? { ...world, governance: { ...world.governance, leadVisibility: 'score' } }
      : world;
  const solved = bestHours(base, beliefs);
  const hours = WAYS.map(
    (way): Policy => ({ motive: 'company', levels: onTheWay(solved, way), barShift: 0 }),
  );
  const starts = [world, ...(open === world ? [] : [open])].flatMap((seen) =>
    hours.map((policy): Benchmark => ({ world: seen, policy })),
  );
  let { best, value } = bestOf(starts, beliefs);
  const spread = readinessSpread(world);
  for (let step = FIRST_STEP * spread; step > LAST_STEP * spread; step /= 2) {
    const moved = [-step, step].map(
      (by): Benchmark => ({
        world: best.world,
        policy: { ...best.policy, barShift: (best.policy.barShift ?? 0) + by },
      }),
    );
    const found = bestOf(moved, beliefs);
    if (found.value > value) ({ best, value } = found);
  }
  // Without anybody in marketing there are no hours to move.
  if (worked(base).length === 0) return best;
  // Beliefs were measured one tactic at a time at the honest baseline: coordinate search around the best.
  for (const factor of FACTORS) {
    const moved = worked(base).flatMap(({ definition }) =>
      [1 / factor, factor].map((times) => withHours(best, base, definition.id, times)),
    );
    const found = bestOf(moved, beliefs);
    if (found.value > value) ({ best, value } = found);
  }
  return best;
}

/**
 * The better of a benchmark and an arm's own people without gaming, in joint surplus over the whole horizon:
 * what a board or a manager does may pay only after years. Sellers choose their effort under the same pay in
 * both.
 */
export function betterOf(benchmark: Benchmark, people: People, beliefs: Beliefs): Benchmark {
  const honest: Benchmark = { ...people, policy: { motive: 'honest', sellersHonest: true } };
  const paid = { ...people.pay, ...unpaid(people.world) };
  const companyOf = ({ world, policy }: Benchmark, pay: Plan) =>
    compileCompany(world, pay, beliefs, { policy: { ...policy, expectedDeals: true } });
  const [found, own] = valuesOf([companyOf(benchmark, paid), companyOf(honest, people.pay)]);
  return own > found ? honest : benchmark;
}

/** A salary of 0 for all planners: under a company policy their pay moves nothing. */
export function unpaid(world: RevenueWorld): Plan {
  return Object.fromEntries(peopleWith(world, 'planner').map(({ name }) => [name, { baseUsdPerYear: 0 }]));
}

/** Levels on the line from the baseline (way 0) to others (way 1). */
function onTheWay(levels: Readonly<Record<string, number>>, way: number): Record<string, number> {
  return Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, 1 + way * (level - 1)]));
}

/** Productive tactics that take hours. */
function worked({ tactics }: Company) {
  return tactics.filter(({ productive, hoursPerMonth }) => productive && hoursPerMonth > 0);
}

/**
 * A policy with the hours of one tactic multiplied; beyond the hours budget, the others shrink in
 * proportion.
 */
function withHours({ world, policy }: Benchmark, company: Company, id: string, times: number): Benchmark {
  const levels: Record<string, number> = { ...policy.levels };
  const bounded = (level: number) => Math.min(MOST_HOURS, Math.max(LEAST_HOURS, level));
  levels[id] = bounded((levels[id] ?? 1) * times);
  const tactics = worked(company);
  const hoursOf = (chosen: typeof tactics) =>
    chosen.reduce(
      (sum, { definition, hoursPerMonth }) => sum + hoursPerMonth * (levels[definition.id] ?? 1),
      0,
    );
  const others = tactics.filter(({ definition }) => definition.id !== id);
  const own = hoursOf(tactics) - hoursOf(others);
  const share = Math.min(1, (hoursBudgetOf(company) - own) / Math.max(1e-9, hoursOf(others)));
  for (const { definition } of others) levels[definition.id] = bounded((levels[definition.id] ?? 1) * share);
  return { world, policy: { ...policy, levels } };
}

/** Monthly hours of all planners, or of all tactics at their baseline if that is more. */
function hoursBudgetOf({ planners, tactics }: Company): number {
  return Math.max(
    planners.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0),
    tactics.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0),
  );
}

/** The candidate with the highest value, compared on common random numbers. */
function bestOf(
  candidates: readonly Benchmark[],
  beliefs: Beliefs,
): { readonly best: Benchmark; readonly value: number } {
  const { sellerEffort } = beliefs;
  const values = valuesOf(
    candidates.map(({ world, policy }) => {
      const year = { ...world, horizonMonths: Math.min(MONTHS, world.horizonMonths) };
      return compileCompany(year, {}, beliefs, { policy: { ...policy, sellerEffort, expectedDeals: true } });
    }),
  );
  const value = Math.max(...values);
  return { best: candidates[values.indexOf(value)], value };
}

/** Mean joint surplus of companies with common random numbers, in dollars. */
function valuesOf(companies: readonly Company[]): number[] {
  return sampleOutcome(companies, 'surplusUsd', SEED, REPLICATES).map(
    (usd) => usd.reduce((sum, each) => sum + each, 0) / REPLICATES,
  );
}

/** Tactic levels, by id, that equate marginal profit (measured at the honest baseline) and marginal cost. */
function bestHours(company: Company, beliefs: Beliefs): Record<string, number> {
  const { tactics, planners, assignments, world } = company;
  const kind = beliefs.effects.total === undefined ? 'naive' : 'total';
  if (tactics.length === 0) return {};
  const knotsOf = (id: string) => beliefs.knots[id] ?? [0];
  const most = Math.max(...tactics.map(({ definition }) => knotsOf(definition.id).length));
  const problem = new Problem(tactics.length, 0, most);
  problem.hoursBudget = hoursBudgetOf(company);
  tactics.forEach(({ definition, productive, elasticity, hoursPerMonth }, k) => {
    const isFree = productive && hoursPerMonth > 0;
    const { id } = definition;
    problem.effects.setKnots(k, knotsOf(id));
    problem.productive[k] = productive ? 1 : 0;
    problem.elasticity[k] = elasticity;
    problem.hours[k] = hoursPerMonth;
    problem.lower[k] = isFree ? LEAST_HOURS : productive ? 1 : 0;
    problem.upper[k] = isFree ? MOST_HOURS : productive ? 1 : 0;
    problem.cost[k] = assignments.reduce((sum, assignment) => {
      const rate = planners[assignment.planner].values.effortCostUsdPerMonth;
      return assignment.tactic === k ? sum + (rate * assignment.hoursPerMonth) / HOURS_OF_COST : sum;
    }, 0);
    if (!isFree) return;
    const worth = (slot: number, usdEach: number) =>
      addWorth(problem, k, effectOf(beliefs, kind, id, slot), usdEach);
    worth(COUNTER.bookingsUsd, world.customers.marginShare * company.products.marginTimes);
    worth(COUNTER.marketingSpendUsd, -1);
  });
  const solver = new BestResponse(problem);
  solver.solve();
  return Object.fromEntries(tactics.map(({ definition }, k) => [definition.id, solver.intensity[k]]));
}

/** Adds what a tactic does to a counter in all, at some dollars a unit, to its worth. */
function addWorth(
  { effects, laterColumn }: Problem,
  k: number,
  effect: Effect | undefined,
  usdEach: number,
): void {
  if (effect === undefined) return;
  const knots = effects.knots(k);
  effect.values.forEach((value, i) => {
    effects.add(k, i % knots, laterColumn, usdEach * value, usdEach * effect.slopes[i]);
  });
}
