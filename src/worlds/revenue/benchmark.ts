import { BestResponse } from '../../people/solver/bestResponse.ts';
import { Problem } from '../../people/solver/problem.ts';
import { luckKey } from '../../random/luck.ts';
import type { BeliefTable } from './beliefs.ts';
import { compileCompany, type Policy } from './company.ts';
import { COUNTER } from './counters.ts';
import { Neighbours } from './neighbours.ts';
import { OUTCOME, OUTCOME_COUNT } from './outcomes.ts';
import { COUNTER_COUNT } from './state.ts';
import type { RevenueWorld } from './world.ts';

const SEED = 'benchmark';
const REPLICATES = 16;

/** The best way of running a company that was found, were all decisions one mind's. */
export interface Benchmark {
  /** The world with what one mind would know: reps see marketing's score if that helps. */
  readonly world: RevenueWorld;
  readonly policy: Policy;
}

/** A company as one mind would run it: one definition, no promises between departments, no board that moves money, no change of director. */
export function undisturbed(world: RevenueWorld): RevenueWorld {
  return {
    ...world,
    marketing: { ...world.marketing, definitionGap: 0 },
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
 * The one-mind benchmark: marketing's hours, the bar above which leads are passed and what reps are shown are chosen to maximise company profit before
 * variable pay less the director's effort cost, at present congestion; nobody games.
 *
 * Hours solve the first-order conditions at the measured marginal profit of each tactic; bar and visibility are searched by simulation on luck of their own. The
 * word is "best found": the search is coarse, and a plan may beat it.
 */
export function findBenchmark(world: RevenueWorld, beliefs: BeliefTable): Benchmark {
  const base = compileCompany(world, {}, beliefs);
  const still = Float64Array.from(base.tactics, (tactic) => (tactic.productive ? 1 : 0));
  const chosen = bestHours(world, beliefs);
  const open: RevenueWorld =
    base.labelOnly && world.governance.leadVisibility !== 'readiness'
      ? { ...world, governance: { ...world.governance, leadVisibility: 'score' } }
      : world;
  const hours = [still, chosen].map((levels): Policy => ({ motive: 'company', levels, barShift: 0 }));
  const starts = [world, ...(open === world ? [] : [open])].flatMap((seen) =>
    hours.map((policy): Benchmark => ({ world: seen, policy })),
  );
  let { best, value } = bestOf(starts, beliefs);
  const spread = world.buyers.readinessShape === 'normal' ? world.buyers.readinessSd : 0.2;
  for (let step = 0.4 * spread; step > 0.08 * spread; step /= 2) {
    const moved = [-step, step].map(
      (by): Benchmark => ({
        world: best.world,
        policy: { ...best.policy, barShift: (best.policy.barShift ?? 0) + by },
      }),
    );
    const found = bestOf(moved, beliefs);
    if (found.value > value) ({ best, value } = found);
  }
  return best;
}

/** The candidate that is worth most, all of them on the same luck. */
function bestOf(candidates: readonly Benchmark[], beliefs: BeliefTable): { best: Benchmark; value: number } {
  const year = (world: RevenueWorld): RevenueWorld => ({
    ...world,
    horizonMonths: Math.min(12, world.horizonMonths),
  });
  const together = new Neighbours(
    candidates.map(({ world, policy }) =>
      compileCompany(year(world), {}, beliefs, { ...policy, expectedDeals: true }),
    ),
  );
  const outcomes = new Float64Array(OUTCOME_COUNT);
  const values = candidates.map(
    ({ world, policy }) => -directorEffort(world, policy) * year(world).horizonMonths,
  );
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    together.meet(luckKey(SEED, replicate));
    for (let i = 0; i < candidates.length; i++) {
      together.run(i, outcomes);
      values[i] +=
        (outcomes[OUTCOME.profitUsd] +
          outcomes[OUTCOME.repPayUsd] +
          outcomes[OUTCOME.insidePayUsd] +
          outcomes[OUTCOME.managerPayUsd] +
          candidates[i].world.customers.marginShare * outcomes[OUTCOME.pipelineLeftUsd]) /
        REPLICATES;
    }
  }
  const value = Math.max(...values);
  return { best: candidates[values.indexOf(value)], value };
}

/** Effort cost of a policy's hours, in dollars a month. */
function directorEffort(world: RevenueWorld, policy: Policy): number {
  const company = compileCompany(world, {}, undefined);
  const rate = company.director?.effortCostUsdPerMonth ?? 0;
  return company.tactics.reduce((sum, tactic, k) => {
    const change = tactic.productive ? policy.levels![k] - 1 : 0;
    return sum + (0.5 * rate * tactic.hoursPerMonth * change * change) / 40;
  }, 0);
}

/** Marketing hours at which the marginal profit of every tactic, as measured at the honest baseline, covers its marginal cost. */
function bestHours(world: RevenueWorld, beliefs: BeliefTable): Float64Array {
  const company = compileCompany(world, {}, beliefs);
  const { tactics, director } = company;
  const problem = new Problem(tactics.length, 0);
  problem.hoursBudget = Math.max(
    world.marketing.hoursPerMonth,
    tactics.reduce((sum, tactic) => sum + tactic.hoursPerMonth, 0),
  );
  for (let k = 0; k < tactics.length; k++) {
    const tactic = tactics[k];
    const free = tactic.productive && tactic.hoursPerMonth > 0 && director !== undefined;
    problem.productive[k] = tactic.productive ? 1 : 0;
    problem.elasticity[k] = tactic.elasticity;
    problem.hours[k] = tactic.hoursPerMonth;
    problem.lower[k] = free ? 0.05 : tactic.productive ? 1 : 0;
    problem.upper[k] = free ? 3 : tactic.productive ? 1 : 0;
    problem.cost[k] = ((director?.effortCostUsdPerMonth ?? 0) * tactic.hoursPerMonth) / 40;
    const total = (counter: number) => {
      let sum = 0;
      for (let lag = 0; lag < beliefs.lags; lag++)
        sum += beliefs.effect[(k * COUNTER_COUNT + counter) * beliefs.lags + lag];
      return sum;
    };
    problem.shadow[k] = free
      ? world.customers.marginShare * total(COUNTER.bookingsUsd) - total(COUNTER.marketingSpendUsd)
      : 0;
  }
  const solver = new BestResponse(problem);
  solver.solve();
  return solver.intensity;
}
